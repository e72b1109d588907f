package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final Changes changes = new Changes();

    @Test
    void a_response_is_current_until_something_that_it_shows_changes() {
        long made = changes.version();
        changes.changed(Set.of("post-2", "posts"));

        assertThat(changes.isCurrent(Set.of("post-1"), made)).isTrue();
        assertThat(changes.isCurrent(Set.of("post-1", "posts"), made)).isFalse();
        assertThat(changes.isCurrent(Set.of("post-1", "posts"), changes.version()))
                .isTrue();
    }

    @Test
    void a_change_between_reading_and_storing_counts() {
        long before = changes.version();
        changes.changed(Set.of("post-1"));

        assertThat(changes.isCurrent(Set.of("post-1"), before)).isFalse();
    }

    @Test
    void the_settings_are_part_of_every_response() {
        long made = changes.version();
        changes.changed(Set.of("settings"));

        assertThat(changes.isCurrent(Set.of("post-1"), made)).isFalse();
        assertThat(changes.isCurrent(Set.of("post-1"), changes.version())).isTrue();
    }

    @Test
    void so_many_tags_that_they_are_forgotten_count_as_a_change_of_everything() {
        long made = changes.version();
        var many = IntStream.range(0, 100_002).mapToObj(id -> "post-" + id).collect(Collectors.toSet());
        changes.changed(many);
        changes.changed(Set.of("page-1"));

        assertThat(changes.isCurrent(Set.of("page-2"), made)).isFalse();
        assertThat(changes.isCurrent(Set.of("post-3"), changes.version())).isTrue();
    }
}
