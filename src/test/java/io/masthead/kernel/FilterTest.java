package io.masthead.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void a_filter_that_was_not_sent_adds_nothing() {
        var filter = new Filter().and("p.id in :ids", "ids", List.of()).and("p.slug = :slug", "slug", null);

        assertThat(filter.where()).isEmpty();
        assertThat(filter.params()).isEmpty();
    }

    @Test
    void each_value_of_a_list_has_a_parameter_of_its_own() {
        var filter = new Filter()
                .and("p.id in :ids", "ids", List.of(7L, 8L))
                .and("p.status = :status", "status", "published");

        assertThat(filter.where()).isEqualTo(" where p.id in (:ids_0, :ids_1) and p.status = :status");
        assertThat(filter.params()).isEqualTo(Map.of("ids_0", 7L, "ids_1", 8L, "status", "published"));
    }

    @Test
    void one_value_is_compared_without_a_list() {
        var filter =
                new Filter().and("p.id in :ids", "ids", List.of(7L)).and("p.slug not in :slugs", "slugs", List.of("a"));

        assertThat(filter.conditions()).isEqualTo("p.id = :ids_0 and p.slug <> :slugs_0");
        assertThat(filter.params()).isEqualTo(Map.of("ids_0", 7L, "slugs_0", "a"));
    }

    @Test
    void the_last_value_is_repeated_up_to_a_power_of_two() {
        var filter = new Filter().and("p.id not in :ids", "ids", List.of(7L, 8L, 9L));

        assertThat(filter.conditions()).isEqualTo("p.id not in (:ids_0, :ids_1, :ids_2, :ids_3)");
        assertThat(filter.params()).containsEntry("ids_2", 9L).containsEntry("ids_3", 9L);
    }

    @Test
    void a_long_list_stays_one_parameter() {
        var ids = LongStream.range(0, 65).boxed().toList();
        var filter = new Filter().and("p.id in :ids", "ids", ids);

        assertThat(filter.conditions()).isEqualTo("p.id in :ids");
        assertThat(filter.params()).isEqualTo(Map.of("ids", ids));
    }

    @Test
    void names_that_begin_alike_are_told_apart() {
        var filter = new Filter()
                .and("x.id in :terms1 or y.id in :terms10", "terms1", List.of(1L))
                .bind("terms10", List.of(10L, 11L));

        assertThat(filter.conditions()).isEqualTo("x.id = :terms1_0 or y.id in (:terms10_0, :terms10_1)");
        assertThat(filter.params()).isEqualTo(Map.of("terms1_0", 1L, "terms10_0", 10L, "terms10_1", 11L));
    }

    @Test
    void renamed_conditions_stand_beside_the_original_ones() {
        var filter = new Filter().and("p.id in :ids", "ids", List.of(7L, 8L)).and("p.slug = :slug", "slug", "a");
        var renamed = filter.renamed("Of1");

        assertThat(renamed.conditions()).isEqualTo("p.id in (:idsOf1_0, :idsOf1_1) and p.slug = :slugOf1");
        assertThat(renamed.params()).isEqualTo(Map.of("idsOf1_0", 7L, "idsOf1_1", 8L, "slugOf1", "a"));
        assertThat(filter.params()).containsOnlyKeys("ids_0", "ids_1", "slug");
    }

    @Test
    void a_copy_is_not_changed_with_its_origin() {
        var filter = new Filter().and("p.id = :id", "id", 7L);
        var copy = filter.copy();
        filter.and("p.slug = :slug", "slug", "about");

        assertThat(copy.where()).isEqualTo(" where p.id = :id");
        assertThat(copy.params()).isEqualTo(Map.of("id", 7L));
    }
}
