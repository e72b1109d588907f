package io.masthead.media.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTextsTest {

    @Test
    void texts_are_made_safe() {
        var texts = ImageTexts.of(Map.of(
                "title", "<b>The</b> ferry <script>x()</script>& the\npier",
                "caption", "On <em>Monday</em><img src=x onerror=x()> & <script>x()</script>later",
                "alt", "A <i>ferry</i>",
                "credit", "Ada <Quill>",
                "keywords", List.of("sea", "<script>x()</script>", "a & b"),
                "orientation", "1"));

        assertThat(texts.title()).startsWith("The ferry").doesNotContain("<").doesNotContain("\n");
        assertThat(texts.caption()).isEqualTo("On <em>Monday</em> &amp; later");
        assertThat(texts.altText()).isEqualTo("A ferry");
        assertThat(texts.credit()).isEqualTo("Ada");
        assertThat(texts.imageMeta())
                .containsEntry("caption", "On <em>Monday</em> &amp; later")
                .containsEntry("keywords", List.of("sea", "a &amp; b"))
                .containsEntry("orientation", "1");
        assertThat(texts.imageMeta().values().toString())
                .doesNotContain("script")
                .doesNotContain("onerror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260503", " 7 ", "", "<b></b>"})
    void a_number_is_no_title(String title) {
        assertThat(ImageTexts.of(Map.of("title", title)).title()).isEmpty();
    }

    @Test
    void what_is_too_long_counts_as_none() {
        var texts = ImageTexts.of(Map.of(
                "title", "t".repeat(501),
                "credit", "c".repeat(501),
                "caption", "<b>".repeat(3_000),
                "keywords", Collections.nCopies(500, "k")));

        assertThat(texts.title()).isEmpty();
        assertThat(texts.credit()).isEmpty();
        assertThat(texts.caption()).isEmpty();
        assertThat((List<?>) texts.imageMeta().get("keywords")).hasSize(100);
    }

    @Test
    void what_has_been_turned_is_upright() {
        assertThat(ImageTexts.upright(Map.of("orientation", "6"))).containsEntry("orientation", "1");
        assertThat(ImageTexts.upright(Map.of("orientation", "0"))).containsEntry("orientation", "0");
        assertThat(ImageTexts.upright(Map.of())).isEmpty();
    }
}
