package io.masthead.wp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhpParametersTest {

    @Test
    void brackets_make_lists_and_objects() {
        assertThat(PhpParameters.ofQuery("a[]=1&a[]=2&b[0]=x&b[1]=y&c[d][e]=z&f=g"))
                .isEqualTo(Map.of(
                        "a", List.of("1", "2"), "b", List.of("x", "y"), "c", Map.of("d", Map.of("e", "z")), "f", "g"));
    }

    @Test
    void the_last_of_a_name_counts_and_numbers_with_gaps_make_a_list() {
        assertThat(PhpParameters.ofQuery("a=1&a=2&b[7]=x&b[3]=y&b[]=z&c[01]=w"))
                .isEqualTo(Map.of("a", "2", "b", List.of("x", "y", "z"), "c", Map.of("01", "w")));
    }

    @Test
    void percent_and_plus_are_decoded_and_what_is_broken_stands_for_itself() {
        assertThat(PhpParameters.ofQuery("a=b+c%26d&e=100%&f%5B%5D=1&g&h="))
                .isEqualTo(Map.of("a", "b c&d", "e", "100%", "f", List.of("1"), "g", "", "h", ""));
    }

    @Test
    void broken_brackets_and_floods_do_no_harm() {
        assertThat(PhpParameters.ofQuery("a[b=1&[c]=2&=3&&")).containsKey("[c]");
        assertThat(PhpParameters.ofQuery("a" + "[b]".repeat(5_000) + "=1")).containsKey("a");
        var flood = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            flood.append("p").append(i).append("=1&");
        }
        assertThat(PhpParameters.ofQuery(flood.toString())).hasSize(1_000);
        assertThat(PhpParameters.ofQuery(null)).isEmpty();
    }
}
