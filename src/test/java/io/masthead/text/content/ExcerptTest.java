package io.masthead.text.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.ContentFormat;
import io.masthead.text.TextRules;
import io.masthead.text.wordpress.WordPressRendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "MARKDOWN | **a** [b](/c) <!--more--> d | a b",
                "MARKDOWN | a~~<!--more-->~~b | a",
                "WORDPRESS | a & b~~<!--more-->~~c | a & b",
                "WORDPRESS | <p>a</p><!--more Read on--><p>b</p> | a",
                "WORDPRESS | <!-- wp:p --><p>a</p><!-- /wp:p --><!-- wp:more --><!--more--><!--" + " /wp:more -->b | a",
                "HTML | <p>a <b>b</b></p><!--nextpage--><p>c</p> | a b",
                "HTML | <p>a</p><!--moreover--><p>b</p> | a b",
                "HTML | <!--more--><p>b</p> | b",
                "HTML | <script>x</script>short | short",
            })
    void the_authors_own_mark_ends_it(ContentFormat format, String source, String excerpt) {
        assertThat(derive(source.replace('~', '\n'), format)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTML | <h2>H</h2><p>a</p><table><tr><td>t</table><pre>c</pre><figure><img><figcaption>f</figcaption></figure><p>b</p>"
                        + " | a b",
                "HTML | a <b>b</b> <p>c</p><ul><li>l</ul><p>https://x.example/y</p>d | a b c d",
                "HTML | <ul><li>l</li><li>m</li></ul> | l m",
                "HTML | <h2>H</h2> | ''",
                "HTML | <blockquote><p>q</p></blockquote><p>a<code>c</code></p> | q ac",
                "MARKDOWN | # H~~a[^1]~~    code~~- l~~https://x.example/~~b~~[^1]: Note | a b",
                "WORDPRESS | <h2>H</h2>~https://youtu.be/abcdefghijk~~a~~[gallery]~~[caption]<img src='/a'> c[/caption] | a",
                "WORDPRESS | [vc_row css=\".x\"][vc_column]a [sic] b[/vc_column][/vc_row][ad id=1] c [note]d[/note] [… e]"
                        + " | a [sic] b c d [… e]",
                "WORDPRESS | a<sup data-fn='x' class='fn'><a href='#x' id='x-link'>1</a></sup>"
                        + "<ol class='wp-block-footnotes'><li id='x'>N</li></ol> | a",
            })
    void only_running_text_counts(ContentFormat format, String source, String excerpt) {
        assertThat(derive(source.replace('~', '\n'), format)).isEqualTo(excerpt);
    }

    @Test
    void plugins_shortcodes_are_no_words_of_excerpts_in_wordpress_either() {
        assertThat(WordPressRendering.excerpt(
                        null, "[vc_row a=\"b\"]words [sic][/vc_row] [youtube abcdefghijk] [code]x[/code]"))
                .isEqualTo("<p>words [sic] x</p>\n");
    }

    @Test
    void it_has_55_words() {
        assertThat(derive("word ".repeat(55), ContentFormat.HTML))
                .isEqualTo("word ".repeat(55).strip());
        assertThat(derive("word ".repeat(56), ContentFormat.HTML))
                .isEqualTo("word ".repeat(55).strip() + "…");
    }

    @Test
    void it_has_110_characters_where_words_have_no_blanks_between_them() {
        assertThat(derive("漢".repeat(110), ContentFormat.HTML)).isEqualTo("漢".repeat(110));
        assertThat(derive("漢".repeat(111), ContentFormat.HTML)).isEqualTo("漢".repeat(110) + "…");
        assertThat(derive("𠀀".repeat(111), ContentFormat.HTML)).isEqualTo("𠀀".repeat(110) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "😀", "e\u0301", "ก", "\u200D", "👩\u200D"})
    void an_endless_word_is_cut_between_characters(String character) {
        var excerpt = derive(character.repeat(100_000), ContentFormat.HTML);
        assertThat(TextRules.codePoints(excerpt)).isBetween(1, 601);
        assertThat(TextRules.isStorable(excerpt)).isTrue();
        assertThat(excerpt).endsWith("…");
    }

    @Test
    void an_endless_teaser_is_cut() {
        assertThat(derive("a ".repeat(50_000) + "<!--more-->b", ContentFormat.HTML))
                .hasSizeLessThan(4_002)
                .endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<!--more-->", "<p></p>", "<script>a</script>"})
    void nothing_has_no_excerpt(String source) {
        for (var format : ContentFormat.values()) {
            assertThat(derive(source, format)).isEmpty();
        }
    }

    private static String derive(String source, ContentFormat format) {
        return Excerpt.derive(source, ContentRenderer.render(source, format));
    }
}
