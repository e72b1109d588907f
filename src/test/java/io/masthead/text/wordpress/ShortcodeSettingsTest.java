package io.masthead.text.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortcodeSettingsTest {

    @Test
    void attributes_have_quotes_of_either_kind_or_none_and_keep_their_order() {
        assertThat(ShortcodeSettings.of("[video src=\"a b.mp4\" poster='p.png' width = 640 data-id=x]"))
                .containsExactly(
                        Map.entry("src", "a b.mp4"),
                        Map.entry("poster", "p.png"),
                        Map.entry("width", "640"),
                        Map.entry("data-id", "x"));
    }

    @Test
    void a_query_in_an_address_is_no_attribute() {
        assertThat(ShortcodeSettings.of(" https://www.youtube.com/watch?v=abc")).isEmpty();
        assertThat(ShortcodeSettings.of(" src=https://x.example/?id=1")).containsOnlyKeys("src");
    }
}
