package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists are repeated here on purpose, not read from the cleaner. */
class HtmlCleanerTest {

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "form",
            "input",
            "button",
            "object",
            "embed",
            "svg",
            "math",
            "link",
            "meta",
            "base",
            "template",
            "noscript",
            "select",
            "textarea",
            "frame",
            "frameset",
            "applet",
            "dialog",
            "portal",
            "xmp",
            "plaintext",
            "title",
            "slot",
            "marquee",
            "isindex",
            "foreignobject",
            "animate",
            "set",
            "use",
            "image",
            "param");

    private static final Set<String> INLINE = Set.of(
            "em", "strong", "code", "b", "i", "sub", "sup", "del", "ins", "abbr", "span", "kbd", "mark", "q", "s");

    private static final Map<String, Set<String>> COMMENT = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "rel")),
            Map.entry("abbr", Set.of("title")),
            Map.entry("acronym", Set.of("title")),
            Map.entry("b", Set.of()),
            Map.entry("blockquote", Set.of("cite")),
            Map.entry("br", Set.of()),
            Map.entry("cite", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("del", Set.of("datetime")),
            Map.entry("em", Set.of()),
            Map.entry("i", Set.of()),
            Map.entry("li", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("pre", Set.of()),
            Map.entry("ul", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("q", Set.of("cite")),
            Map.entry("s", Set.of()),
            Map.entry("strike", Set.of()),
            Map.entry("strong", Set.of()));

    private static final Set<String> POST_ATTRIBUTES = Set.of(
            "abbr",
            "aria-label",
            "data-x",
            "download",
            "id",
            "name",
            "role",
            "style",
            "align",
            "allowfullscreen",
            "alt",
            "cite",
            "class",
            "colspan",
            "controls",
            "datetime",
            "decoding",
            "default",
            "dir",
            "height",
            "href",
            "hreflang",
            "kind",
            "label",
            "lang",
            "loading",
            "loop",
            "media",
            "muted",
            "open",
            "playsinline",
            "poster",
            "preload",
            "rel",
            "reversed",
            "rowspan",
            "sandbox",
            "scope",
            "sizes",
            "span",
            "src",
            "srclang",
            "srcset",
            "start",
            "target",
            "title",
            "type",
            "valign",
            "value",
            "width");

    static Stream<String> attacks() {
        return XssPayloads.all();
    }

    @Test
    void the_table_of_attacks_is_long_enough() {
        assertThat(attacks().distinct().count()).isGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_off_the_list_survives_in_a_post(String attack) {
        var clean = HtmlCleaner.content(attack);
        for (var element : elements(clean)) {
            assertThat(NEVER).doesNotContain(element.normalName());
            element.attributes()
                    .forEach(attribute -> assertThat(POST_ATTRIBUTES).contains(attribute.getKey()));
            assertHarmlessAddresses(element);
            if (element.normalName().equals("iframe")) {
                assertThat(element.attr("src"))
                        .matches("(https:)?//(www\\.youtube(-nocookie)?\\.com|player\\.vimeo\\.com)/.*");
                assertThat(element.attr("sandbox")).doesNotContain("top-navigation", "forms");
                assertThat(element.childNodeSize()).isZero();
            }
        }
        assertThat(HtmlCleaner.content(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_off_the_list_survives_in_a_title(String attack) {
        var clean = HtmlCleaner.inline(attack);
        for (var element : elements(clean)) {
            assertThat(INLINE).contains(element.normalName());
            element.attributes()
                    .forEach(attribute ->
                            assertThat(Set.of("title", "lang", "dir")).contains(attribute.getKey()));
        }
        assertThat(HtmlCleaner.inline(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothing_off_the_list_survives_in_a_comment(String attack) {
        var clean = HtmlCleaner.comment(attack);
        for (var element : elements(clean)) {
            assertThat(COMMENT).containsKey(element.normalName());
            element.attributes()
                    .forEach(attribute ->
                            assertThat(COMMENT.get(element.normalName())).contains(attribute.getKey()));
            assertHarmlessAddresses(element);
            if (element.normalName().equals("a")) {
                assertThat(element.attr("rel")).isEqualTo("nofollow ugc");
            }
        }
        assertThat(HtmlCleaner.comment(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a <a href=\"/b?c=1#d\">b</a></p> | <p>a <a href=\"/b?c=1#d\">b</a></p>",
                "<a href=\"../up\">b</a> | <a href=\"../up\">b</a>",
                "<a href=\"#there\">b</a> | <a href=\"#there\">b</a>",
                "<a href=\"mailto:a@b.example\">b</a> | <a href=\"mailto:a@b.example\">b</a>",
                "<a href=\"//x.example/y\">b</a> | <a href=\"//x.example/y\">b</a>",
                "<a href=\"data:text/html,x\">b</a> | <a>b</a>",
                "<p style=\"position:fixed\" id=\"cookie\">a</p> | <p>a</p>",
                "<h2 id=\"intro\" role=\"doc-part\" aria-label=\"a\" data-x=\"1\">a</h2>"
                        + " | <h2 id=\"intro\" role=\"doc-part\" aria-label=\"a\" data-x=\"1\">a</h2>",
                "<a name=\"top\" download=\"a.pdf\" href=\"sms:+4930\">a</a>"
                        + " | <a name=\"top\" download=\"a.pdf\" href=\"sms:+4930\">a</a>",
                "<p id=\"currentScript\" data-=\"\" onclick=\"x\" align=\"center\">a</p> | <p align=\"center\">a</p>",
                "<a name=\"getElementById\" id=\"onclick\">a</a><i id=\"ariaLabel\">b</i> | <a>a</a><i>b</i>",
                "<p id=\"two words\">a</p><p id=\"\">b</p><p id=\"online\">c</p>"
                        + " | <p>a</p><p>b</p><p id=\"online\">c</p>",
                "<table width=\"9\" border=\"1\" bgcolor=\"#fff\"><tbody><tr valign=\"top\"><td>a</td></tr></tbody></table>"
                        + " | <table width=\"9\" border=\"1\" bgcolor=\"#fff\"><tbody><tr valign=\"top\"><td>a</td></tr></tbody></table>",
                "<img src=\"data:image/png;base64,AAAA\" alt=\"x\"> | <img alt=\"x\">",
                "<img srcset=\"a.png 1x, b.png 2x\"> | <img srcset=\"a.png 1x, b.png 2x\">",
                "<img srcset=\"a.png 1x, javascript:x 2x\"> | <img>",
                "<a href=\"/x\" target=\"_blank\">b</a>" + " | <a href=\"/x\" target=\"_blank\" rel=\"noopener\">b</a>",
                "<a href=\"/x\" target=\"_top\">b</a> | <a href=\"/x\">b</a>",
                "<form><button>Buy</button></form> | Buy",
                "1 < 2 & 3 | 1 &lt; 2 &amp; 3",
                "<b>open | <b>open</b>",
                "<!-- gone -->stays | stays",
            })
    void a_post_keeps_what_is_harmless(String html, String clean) {
        assertThat(HtmlCleaner.content(html)).isEqualTo(clean);
    }

    @Test
    void a_caption_keeps_links_and_emphasis() {
        assertThat(
                        HtmlCleaner.caption(
                                "<p>By <em>A</em>, <a href=\"https://a.example/\" onclick=x class=y>B</a> <a href=\"javascript:x\">C</a></p>"))
                .isEqualTo("By <em>A</em>, <a href=\"https://a.example/\">B</a> <a>C</a>");
    }

    @Test
    void a_comment_keeps_no_names_and_no_styles() {
        assertThat(HtmlCleaner.comment(
                        "<p id=a class=b role=c data-d=e aria-label=f style='color:red' align=left>g</p>"))
                .isEqualTo("<p>g</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/embed/x",
                "https://www.youtube-nocookie.com/embed/x",
                "https://player.vimeo.com/video/1"
            })
    void players_of_known_hosts_stay(String address) {
        assertThat(HtmlCleaner.content("<iframe src='" + address + "' srcdoc='<b>' name=x></iframe>"))
                .contains("src=\"" + address + "\"")
                .doesNotContain("srcdoc", "name=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.youtube.com/embed/x",
                "https://www.youtube.com.evil.example/",
                "https://evil.example/www.youtube.com",
                "https://www.youtube.com@evil.example/",
                "https://www.youtube.com:8443/",
                "https://evil.example\\@www.youtube.com/",
                "/embed/x",
                "javascript:alert(1)",
                "data:text/html,x",
                "",
            })
    void frames_of_anyone_else_go(String address) {
        assertThat(HtmlCleaner.content("<iframe src=\"" + address + "\">x</iframe>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<p><object><p>a</p></object></p>",
                "<pre>\n\n\n a</pre>",
                "<table><tr><p>x<td>y",
                "<b><p>a</b>b</p>",
                "<a href=x><div><a href=y>z",
                "<ul><p><li>a<form><li>b",
                "a\u0000b\u202Ec\u200B",
                "\uD800 lone \uDC00",
                "<svg><p><style><img src=x>",
                "<p><details><summary><p>x",
                "<h1><h2><select><h3>x",
            })
    void cleaning_twice_changes_nothing(String html) {
        assertThat(HtmlCleaner.content(HtmlCleaner.content(html))).isEqualTo(HtmlCleaner.content(html));
        assertThat(HtmlCleaner.comment(HtmlCleaner.comment(html))).isEqualTo(HtmlCleaner.comment(html));
        assertThat(HtmlCleaner.inline(HtmlCleaner.inline(html))).isEqualTo(HtmlCleaner.inline(html));
    }

    private static Iterable<Element> elements(String html) {
        return Jsoup.parseBodyFragment(html).body().select("body > *, body > * *");
    }

    private static void assertHarmlessAddresses(Element element) {
        var schemes = new TreeSet<String>();
        for (var name : Set.of("href", "src", "cite", "poster", "srcset")) {
            var address = element.attr(name).replaceAll("[\\x00-\\x20\\x7f-\\xa0]", "");
            if (address.matches("(?s)[^/?#]*:.*")) {
                schemes.add(address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(Set.of("http", "https", "mailto", "sms", "tel")).containsAll(schemes);
    }
}
