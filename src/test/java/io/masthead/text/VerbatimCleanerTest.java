package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link HtmlCleaner} decides what may stay; here it must stay unchanged. */
class VerbatimCleanerTest {

    static Stream<String> attacks() {
        return XssPayloads.all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a &amp; b &#8217; &nbsp;é</p>",
                "a<br />b<br>c<br/>d",
                "<a href='/x' title=\"it's\" target=\"_blank\">a</a>",
                "<IMG SRC=\"/a.png\" ALT=\"\" />",
                "<video controls src=\"/a.mp4\"></video>",
                "<ul><li>a<li>b</ul>",
                "<p>a<p>b",
                "a</p>",
                "<em>a</p>\n<p>b</em>",
                "<!--more--><!-- a remark --><!--nextpage-->",
                "a > b",
                "<h2 id=\"intro\" style=\"color:#f00; text-align:center;\" data-x_y='{\"a\":1}' aria-label=\"b\">a</h2>",
                "<img\n  class=\"a  b\"\n  src=\"/x\">",
            })
    void harmless_text_stays_unchanged(String html) {
        assertThat(VerbatimCleaner.content(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<a href=/x onclick=y>a</a> | <a href=\"/x\">a</a>",
                "<a HREF=\"/x\" id=\"body\" lang='z'>a</a> | <a HREF=\"/x\" lang='z'>a</a>",
                "<p style=\"color:red;position:fixed\" data-A_b=''>a</p> | <p style=\"color:red\" data-A_b=''>a</p>",
                "<b title=\"a<b>\">a</b> | <b title=\"a&lt;b&gt;\">a</b>",
                "<img src=\"/x\" style=\"y\" /> | <img src=\"/x\" />",
                "a</div></b>b | ab",
                "<b>a | <b>a</b>",
                "<div><p>a | <div><p>a</div>",
                "a < b | a &lt; b",
                "<<svg>b>c | &lt;b>c",
                "<scr<script>ipt>a | ipt>a",
                "<textarea><b>a</textarea> | &lt;b>a",
                "<script>a</script ><b>b</b> | <b>b</b>",
                "<style>a | ''",
                "a <b | a",
                "<!--[if IE]><b>--><!-- a -- b --><!--> | ''",
                "<?php a ?><![CDATA[b]]> | ''",
            })
    void only_forbidden_parts_are_changed(String html, String clean) {
        assertThat(VerbatimCleaner.content(html).strip()).isEqualTo(clean.equals("''") ? "" : clean);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_parser_finds_nothing_to_take_away(String attack) {
        var content = VerbatimCleaner.content(attack);
        assertThat(parsed(content.replaceAll("<!--[^<>]*-->", ""))).isEqualTo(parsed(HtmlCleaner.content(content)));
        assertThat(VerbatimCleaner.content(content)).isEqualTo(content);
        var comment = VerbatimCleaner.comment(attack);
        assertThat(parsed(comment)).isEqualTo(parsed(HtmlCleaner.comment(comment)));
        var title = VerbatimCleaner.inline(attack);
        assertThat(parsed(title)).isEqualTo(parsed(HtmlCleaner.inline(title)));
    }

    private static String parsed(String html) {
        var body = ParsedHtml.of(html).body();
        body.select("a[target]").removeAttr("rel");
        return body.html().replace("=\"\"", "");
    }
}
