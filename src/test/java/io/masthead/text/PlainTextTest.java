package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><p>b</p> | a b",
                "<b>a</b>b | ab",
                "a<br>b | a b",
                "<ul><li>a<li>b</ul>c | a b c",
                "<table><tr><td>a</td><td>b</td></tr></table> | a b",
                "a &amp; b &lt;c&gt; | a & b <c>",
                "a&nbsp;&nbsp;b | a\u00a0\u00a0b",
                "Bonjour&#8239;! \u00ab&nbsp;oui&nbsp;\u00bb | Bonjour\u202f! \u00ab\u00a0oui\u00a0\u00bb",
                "\u65e5\u672c\u3000\u8a9e a\u2009b | \u65e5\u672c\u3000\u8a9e a\u2009b",
                "<p>&nbsp;a&nbsp;</p> &nbsp; <p>b &nbsp; c</p> | a b \u00a0 c",
                "a<script>x</script>b<style>y</style>c | a b c",
                "<!-- x -->a | a",
                "<p>open <b>bold | open bold",
                "&#128512; | 😀",
            })
    void html_says_on_one_line(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>The</b> ferry~&amp; <img src=x onerror=alert(1)>~~ pier | The ferry &amp; pier",
                "a < b & c > d | a < b & c > d",
                "<<b>i>a | a",
                "a<script>x</script> | a",
                "&lt;b&gt; | &lt;b&gt;",
            })
    void a_line_without_tags_keeps_its_entities_and_stays_as_it_is(String text, String line) {
        assertThat(PlainText.withoutTags(text.replace('~', '\n'))).isEqualTo(line);
        assertThat(PlainText.withoutTags(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "<p></p>", "<!-- a", "<script>a", "&nbsp;"})
    void an_empty_source_renders_to_nothing(String html) {
        assertThat(PlainText.of(html)).isEmpty();
    }
}
