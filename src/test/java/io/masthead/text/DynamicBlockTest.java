package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comments that stand for dynamic blocks. */
class DynamicBlockTest {

    @Test
    void what_is_written_is_read_again() {
        var settings = Map.of("ids", "1,2", "text", "--> <b>\"ü\" % + - &amp;", "empty", "");
        var marker = new DynamicBlock("gallery", settings).marker();

        assertThat(marker.substring(4, marker.length() - 3)).doesNotContain("--", "<", ">", "\"");
        assertThat(DynamicBlock.in("<p>a</p>" + marker + "b")).containsExactly(new DynamicBlock("gallery", settings));
        assertThat(VerbatimCleaner.content("<p>" + marker + "</p>")).isEqualTo("<p>" + marker + "</p>");
    }

    @Test
    void each_is_replaced_by_what_it_shows() {
        var html = "a<!--masthead:one x=1-->b<!--masthead:two-->c<!-- masthead:three -->";

        assertThat(DynamicBlock.replace(html, block -> "[$1" + block.name() + block.text("x") + "]"))
                .isEqualTo("a[$1one1]b[$1two]c<!-- masthead:three -->");
        assertThat(DynamicBlock.without(html)).isEqualTo("abc<!-- masthead:three -->");
        assertThat(DynamicBlock.in("<!--masthead:one x=%-->"))
                .containsExactly(new DynamicBlock("one", Map.of("x", "")));
    }

    @Test
    void settings_out_of_bounds_are_not_set() {
        var block = new DynamicBlock("one", Map.of("n", "7", "big", "1234567", "no", "-3", "ids", "3, 1,x,3,0,-5"));

        assertThat(block.number("n", 5, 1, 9)).isEqualTo(7);
        assertThat(block.number("n", 5, 1, 6)).isEqualTo(5);
        assertThat(block.number("big", 5, 1, 9)).isEqualTo(5);
        assertThat(block.number("no", 5, 1, 9)).isEqualTo(5);
        assertThat(block.ids("ids")).isEqualTo(List.of(3L, 1L, 5L));
        assertThat(block.ids("missing")).isEmpty();
        assertThat(block.isOn("n")).isFalse();
    }
}
