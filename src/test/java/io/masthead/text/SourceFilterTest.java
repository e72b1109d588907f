package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forbidden markup is removed; harmless text stays as it was written. */
class SourceFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No markup at all & none > less",
                "a < b, 5 <6 & <3",
                """
                <!-- wp:paragraph {"align":"center","style":{"a":"x\\u003e"}} -->
                <p class="has-text-align-center" id='top' style="color:#fff">x</p>
                <!-- /wp:paragraph -->""",
                "<!-- wp:cover {\"url\":\"https://example.org/a.jpg\"} /--><!--more--><!--nextpage-->",
                "<a href=\"https://example.org/?a=1&amp;b=2\" target=\"_blank\">x</a><br /><hr>",
                "<img src=a.png width=300 alt=\"\" data-id='4' aria-hidden=\"true\" />",
                "<div style=\"background-image:url(https://example.org/a.jpg);flex-basis:50%\"></div>",
                "<iframe src=\"http://www.youtube.com/embed/x\" width=\"1\"></iframe>",
                "<table><tr><td colspan=2 align=\"left\">x</table>",
                "<details><summary>S</summary>x</details><sup data-fn=\"1\"><a id=\"x\">1</a></sup>",
                "[gallery ids=\"1,2\"] [caption id=\"a\"]<img src=\"/a.png\">x[/caption]",
                "[code]if (a < b && c > d) { }[/code]",
                "<p>unclosed <b>and </i>crossed</p>"
            })
    void harmless_markup_stays_as_it_was_written(String source) {
        assertThat(SourceFilter.filter(source, ContentFormat.WORDPRESS)).isEqualTo(source);
        assertThat(SourceFilter.filter(source, ContentFormat.HTML)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<script>alert(1)</script>b | ab",
                "<SCRIPT src=x></SCRIPT >y | y",
                "<p onclick=\"x\" class='a'>y</p> | <p class='a'>y</p>",
                "<a href=\"javascript:alert(1)\" title=\"t\">y</a> | <a title=\"t\">y</a>",
                "<a href=\" java\tscript:alert(1)\">y</a> | <a>y</a>",
                "<form action=\"/x\"><input name=a><button>y</button></form> | y",
                "<iframe src=\"https://evil.example/a?b&amp;c\">x</iframe>y"
                        + " | <a href=\"https://evil.example/a?b&amp;c\">https://evil.example/a?b&amp;c</a>y",
                "<iframe srcdoc=\"<b>\" src=\"https://www.youtube.com/embed/x\"></iframe>"
                        + " | <iframe src=\"https://www.youtube.com/embed/x\"></iframe>",
                "<iframe src=\"javascript:alert(1)\">x</iframe><iframe src=\"/x\"></iframe>y | y",
                "<iframe src=\"https://x.example\" width=1 height=1></iframe>y | y",
                "<object width=9 height=8><param name=movie value=\"http://www.youtube.com/v/abcdefghijk&amp;hl=en\"></param>"
                        + "<embed src=\"http://www.youtube.com/v/abcdefghijk&amp;hl=en\"></embed></object>y"
                        + " | <iframe src=\"https://www.youtube.com/embed/abcdefghijk\" title=\"YouTube\" width=\"9\""
                        + " height=\"8\" frameborder=\"0\" allowfullscreen></iframe>y",
                "<embed src=\"https://x.example/a.swf\">y"
                        + " | <a href=\"https://x.example/a.swf\">https://x.example/a.swf</a>y",
                "<object data=\"https://x.example/a.pdf\"><a href=\"/a.pdf\" onclick=x>A</a></object>y"
                        + " | <a href=\"/a.pdf\">A</a>y",
                "<object><object data=x></object></object>y | y",
                "<img src=x onerror=alert(1)> | <img src=x>",
                "<img/onerror=alert(1) src=x> | <img src=x>",
                "<div style=\"background:url(javascript:x)\">y</div> | <div>y</div>",
                "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>y | y",
                "<object data=\"x.swf\"><embed src=\"x.swf\"></object>y | y",
                "<meta http-equiv=refresh content=0><base href=//e><link rel=stylesheet href=x>y | y",
                "<style>*{}</style>y | y",
                "<b @click=\"x\" x-init=\"y\" v-html=\"z\">y</b> | <b>y</b>",
                "if a <b and c> d | if a <b> d"
            })
    void forbidden_markup_is_removed(String source, String left) {
        assertThat(SourceFilter.filter(source, ContentFormat.WORDPRESS)).isEqualTo(left);
        assertThat(SourceFilter.filter(source, ContentFormat.HTML)).isEqualTo(left);
    }

    static Stream<String> hostile() {
        return Stream.concat(
                XssPayloads.all(),
                Stream.of(
                        "<<x>img src=x onerror=alert(1)>",
                        "<scr<script></script>ipt>alert(1)</script>",
                        "<!--><script>alert(1)</script>-->",
                        "<!-- x --!><img src=x onerror=alert(1)> -->",
                        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
                        "<a =\"><img src=x onerror=alert(1)>\" >",
                        "[code]<script>alert(1)</script>[/code]",
                        "<img title=\"[code]\" onerror=alert(1) src=\"x[/code]\">",
                        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                        "<select><iframe></select><img src=x onerror=alert(1)>",
                        "> <script>\n> alert(1)\n> </script>\n",
                        "- <div onclick=alert(1)>\n  x</div>\n",
                        "<img src=x onerror=alert(1) "));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_that_runs_is_left_and_filtering_again_changes_nothing(String payload) {
        for (var format : ContentFormat.values()) {
            var filtered = SourceFilter.filter(payload, format);
            assertThat(SourceFilter.filter(filtered, format)).isEqualTo(filtered);
            if (format != ContentFormat.MARKDOWN) {
                assertRunsNothing(filtered);
            }
        }
    }

    private static void assertRunsNothing(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.select("script, style, object, embed, form, input, svg, math, base, meta"))
                .as(html)
                .isEmpty();
        for (var element : body.getAllElements()) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(html).doesNotStartWithIgnoringCase("on");
                assertThat(attribute.getValue().replaceAll("\\s", ""))
                        .as(html)
                        .doesNotStartWithIgnoringCase("javascript:");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use `<script>` in\n\n```html\n<script>alert(1)</script>\n```\n\n    <form>\n",
                "A [link](https://example.org \"t\") & <b>bold</b> <br> <https://example.org>\n",
                "> quote <em>x</em>\n> - list\n>   <div align=\"center\">\n>   y</div>\n",
                "| a | b |\n| - | - |\n| <i>x</i> | `<img onerror=x>` |\n",
                "<iframe src=\"https://www.youtube.com/embed/x\"></iframe>\n"
            })
    void code_in_markdown_is_text(String source) {
        assertThat(SourceFilter.filter(source, ContentFormat.MARKDOWN)).isEqualTo(source);
    }

    @Test
    void html_in_markdown_is_filtered_in_place() {
        assertThat(SourceFilter.filter("""
                                # T

                                A <b onclick=x>b</b> `<b onclick=x>` c<script>*x*</script>d

                                <script>alert(1)</script>

                                > <img src=x onerror=y>
                                """, ContentFormat.MARKDOWN))
                .isEqualTo("# T\n\nA <b>b</b> `<b onclick=x>` cd\n\n\n\n> <img src=x>\n");
    }

    @Test
    void code_between_shortcodes_is_disarmed_and_not_lost() {
        assertThat(SourceFilter.filter(
                        "[sourcecode language=\"html\"]<form>a</form>[/sourcecode]<form>", ContentFormat.WORDPRESS))
                .isEqualTo("[sourcecode language=\"html\"]&lt;form>a&lt;/form>[/sourcecode]");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_stays_nothing(ContentFormat format) {
        assertThat(SourceFilter.filter(null, format)).isNull();
    }
}
