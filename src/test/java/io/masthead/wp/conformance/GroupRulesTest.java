package io.masthead.wp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named as a difference covers what it says and nothing beside. */
class GroupRulesTest {

    private static final List<String> LINES = """
            floor 12

            # A remark.
            difference wrong-credentials
              because Whoever sends wrong ones
              because is no guest.
              in auth/0005-0007 /wp-json/wp/v2/users/*
              at status = 401
              at body.data.**
              at body[*].count
              at body.message = "*"
            """.lines().toList();

    private final GroupRules rules = GroupRules.read(LINES);
    private final Difference difference = rules.differences().get(0);

    @Test
    void a_file_holds_a_number_and_differences() {
        assertThat(rules.floor()).isEqualTo(12);
        assertThat(rules.differences()).hasSize(1);
        assertThat(difference.name()).isEqualTo("wrong-credentials");
        assertThat(difference.because()).isEqualTo("Whoever sends wrong ones is no guest.");
    }

    @Test
    void it_concerns_the_exchanges_and_paths_it_lists() {
        assertThat(difference.concerns(exchange("auth/0005", "/x"))).isTrue();
        assertThat(difference.concerns(exchange("auth/0007", "/x"))).isTrue();
        assertThat(difference.concerns(exchange("users/0001", "/wp-json/wp/v2/users/me")))
                .isTrue();
        assertThat(difference.concerns(exchange("auth/0008", "/x"))).isFalse();
        assertThat(difference.concerns(exchange("users/0005", "/x"))).isFalse();
        assertThat(difference.concerns(exchange("users/0001", "/wp-json/wp/v2/users/me/x")))
                .isFalse();
    }

    @Test
    void it_covers_the_places_it_lists_with_the_value_that_is_meant() {
        assertThat(covers("status", "401")).isTrue();
        assertThat(covers("status", "403")).isFalse();
        assertThat(covers("body.data.status", "1")).isTrue();
        assertThat(covers("body.data", "1")).isFalse();
        assertThat(covers("body[7].count", "1")).isTrue();
        assertThat(covers("body[7].name", "1")).isFalse();
        assertThat(covers("body.message", "\"You are not signed in.\"")).isTrue();
        assertThat(covers("body.message", Deviation.ABSENT)).isFalse();
        assertThat(covers("header Allow", "GET")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "differences x",
                "floor",
                "difference x\nin *\nat body",
                "difference x\nbecause y\nat body",
                "difference x\nbecause y\nin *",
                "difference x\nbecause y\nin auth\nat body",
            })
    void what_is_not_understood_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupRules.read(text.lines().toList()));
    }

    private boolean covers(String place, String actual) {
        return difference.covers(new Deviation(place, "0", actual));
    }

    private static Exchange exchange(String id, String path) {
        return new Exchange(Recordings.JSON.createObjectNode().put("id", id).put("path", path));
    }
}
