package io.masthead.text.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.ContentTooComplexException;
import io.masthead.text.CpuTime;
import io.masthead.text.MarkupBudget;
import io.masthead.text.PlainText;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressRenderingTest {

    @BeforeAll
    static void load_the_parsers() {
        renderings("<p>warm</p>").forEach(html -> assertThat(html).contains("warm"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a~~b | <p>a</p>~<p>b</p>~",
                "a~b | <p>a<br />~b</p>~",
                "a<br>~b<br/>c | <p>a<br />~b<br />c</p>~",
                "a<br /><br>b | <p>a</p>~<p>b</p>~",
                "a ~ ~b | <p>a </p>~<p>b</p>~",
                "<h2>a</h2>~b~c | <h2>a</h2>~<p>b<br />~c</p>~",
                "a~<h2>b</h2>c | <p>a</p>~<h2>b</h2>~<p>c</p>~",
                "<ul>~~<li>a</li>~ <li>b~c</li>~</ul> | <ul>~<li>a</li>~<li>b<br />~c</li>~</ul>~",
                "<ol><li>a~<ul><li>b</li></ul></li></ol>" + " | <ol>~<li>a~<ul>~<li>b</li>~</ul>~</li>~</ol>~",
                "<blockquote>a~~b</blockquote> | <blockquote><p>a</p>~<p>b</p></blockquote>~",
                "<blockquote><p>a</p></blockquote> | <blockquote>~<p>a</p>~</blockquote>~",
                "<p>a~b</p>~<p class=\"x\">c</p> | <p>a<br />~b</p>~<p class=\"x\">c</p>~",
                "<div>a</div> | <div>a</div>~",
                "<div>a~~b</div> | <div>a</p>~<p>b</p></div>~",
                "a~~<hr />~b | <p>a</p>~<hr />~<p>b</p>~",
                "<pre>a~~ b</pre>~c | <pre>a~~ b</pre>~<p>c</p>~",
                "<table><tr><td>a</td></tr></table> | <table>~<tr>~<td>a</td>~</tr>~</table>~",
                "<figure><img src=\"/a.png\" /><figcaption>b</figcaption></figure>"
                        + " | <figure><img decoding=\"async\" src=\"/a.png\" /><figcaption>b"
                        + "</figcaption></figure>~",
                "a~~<!--more-->~~b | <p>a</p>~<p><!--more--></p>~<p>b</p>~",
                "a <!--nextpage--> b | <p>a <!--nextpage--> b</p>~",
                "<em>a~~b</em> | <p><em>a</p>~<p>b</em></p>~",
                "<em~title=\"x\">a</em> | <p><em~title=\"x\">a</em></p>~",
            })
    void classic_text_becomes_paragraphs(String source, String html) {
        assertThat(content(source)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<!-- wp:paragraph -->~<p>a \"b\"</p>~<!-- /wp:paragraph -->"
                        + " | ~<p class=\"wp-block-paragraph\">a &#8220;b&#8221;</p>~",
                "<!-- wp:core/paragraph {\"align\":\"right\"} --><p class=\"x y\">a</p><!--"
                        + " /wp:core/paragraph --> | <p class=\"x y wp-block-paragraph\">a</p>",
                "<!-- wp:paragraph --><p class=x id=body>a</p><!-- /wp:paragraph -->"
                        + " | <p class=\"x wp-block-paragraph\">a</p>",
                "<!-- wp:paragraph --><p class>a</p><!-- /wp:paragraph -->"
                        + " | <p class=\"wp-block-paragraph\">a</p>",
                "<!-- wp:paragraph --><p class=\"wp-block-paragraph\">a</p><!-- /wp:paragraph -->"
                        + " | <p class=\"wp-block-paragraph\">a</p>",
                "<!-- wp:heading {\"level\":3} -->~<h3>a</h3>~<!-- /wp:heading -->"
                        + " | ~<h3 class=\"wp-block-heading\">a</h3>~",
                "<!-- wp:list {\"ordered\":true} --><ol><li>a<ul><li>b</li></ul></li></ol><!--"
                        + " /wp:list --> | <ol class=\"wp-block-list\"><li>a<ul><li>b</li></ul>"
                        + "</li></ol>",
                "<!-- wp:quote --><blockquote class=\"wp-block-quote\"><!-- wp:paragraph --><p>a"
                        + "</p><!-- /wp:paragraph --></blockquote><!-- /wp:quote -->"
                        + " | <blockquote class=\"wp-block-quote is-layout-flow"
                        + " wp-block-quote-is-layout-flow\"><p class=\"wp-block-paragraph\">a</p>"
                        + "</blockquote>",
                "<!-- wp:group {\"layout\":{\"type\":\"constrained\"}} --><div"
                        + " class=\"wp-block-group\"><!-- wp:code --><pre>a</pre><!-- /wp:code"
                        + " --></div><!-- /wp:group --> | <div class=\"wp-block-group"
                        + " has-global-padding is-layout-constrained"
                        + " wp-block-group-is-layout-constrained\"><pre>a</pre></div>",
                "<!-- wp:group {\"layout\":{\"type\":\"flex\",\"flexWrap\":\"nowrap\","
                        + "\"orientation\":\"vertical\",\"justifyContent\":\"right\"}} --><div>a"
                        + "</div><!-- /wp:group --> | <div class=\"is-vertical"
                        + " is-content-justification-right is-nowrap is-layout-flex"
                        + " wp-block-group-is-layout-flex\">a</div>",
                "<!-- wp:image --><figure class=\"wp-block-image\"><img src=\"/a.png\" width=\"4\""
                        + " height=\"3\"/></figure><!-- /wp:image -->"
                        + " | <figure class=\"wp-block-image\"><img loading=\"lazy\""
                        + " decoding=\"async\" src=\"/a.png\" width=\"4\" height=\"3\"/></figure>",
                "<!-- wp:shortcode -->~[unknown]~<!-- /wp:shortcode --> | <p>[unknown]</p>~",
                "<!-- wp:latest-posts {\"n\":5,\"postsToShow\":3,\"className\":\"is-style--x\","
                        + "\"layout\":{\"type\":\"flex\"},\"categories\":[{\"id\":7,\"name\":\"A [b]\"},{\"id\":9}]} /-->~~a~~b"
                        + " | <!--masthead:latest-posts categories=7%2C9 className=is%2Dstyle%2D%2Dx postsToShow=3-->~~a~~b",
                "<!-- wp:categories {\"showHierarchy\":true} --><i>x</i><!-- /wp:categories --> | <i>x</i>",
                "<!-- wp:calendar /-->a | a",
                "<!-- wp:more -->~<!--more-->~<!-- /wp:more --> | ~<!--more-->~",
                "<!-- wp:html --><b>a</b> | <b>a</b>",
                "a <!-- wp:paragraph --><p>b | a <p class=\"wp-block-paragraph\">b",
                "<!-- wp:Odd -->a | <!-- wp:Odd -->a",
                "<!-- /wp:list --><b>a</b> | <p><!-- /wp:list --><b>a</b></p>~",
            })
    void blocks_lose_their_delimiters_and_gain_their_classes(String source, String html) {
        assertThat(content(source)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[caption id=\"attachment_7\" align=\"alignleft\" width=\"90\"]<a href=\"/b\"><img"
                        + " src=\"/a.png\" /></a> A view[/caption]"
                        + " | <p><figure id=\"attachment_7\" aria-describedby=\"caption-attachment-7\""
                        + " style=\"width: 90px\" class=\"wp-caption alignleft\"><a href=\"/b\"><img"
                        + " decoding=\"async\" src=\"/a.png\" /></a><figcaption"
                        + " id=\"caption-attachment-7\" class=\"wp-caption-text\">A view</figcaption></figure></p>~",
                "[caption]<img src=\"/a.png\">[/caption]" + " | <p><img decoding=\"async\" src=\"/a.png\"></p>~",
                "[caption align=\"x&quot; onclick=y\"]<img src=\"/a.png\"> b[/caption]"
                        + " | <p><figure class=\"wp-caption xquot onclicky\"><img"
                        + " decoding=\"async\" src=\"/a.png\"><figcaption"
                        + " class=\"wp-caption-text\">b</figcaption></figure></p>~",
                "[caption]no picture[/caption] | <p>[caption]no picture[/caption]</p>~",
                "a [gallery ids=\"1,2\" x='--'] b | <p>a <!--masthead:gallery ids=1%2C2 n=1--> b</p>~",
                "[playlist type=video] | <!--masthead:playlist n=1 type=video-->~",
                "a [galleries] [contact-form] | <p>a [galleries] [contact-form]</p>~",
            })
    void of_shortcodes_captions_are_rendered_and_galleries_leave_a_mark(String source, String html) {
        assertThat(content(source)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                ":) | 🙂",
                "a ;-) b :lol: | a 😉 b 😆",
                "8-) :???: | 😎 😕",
                "http://x.example:8080 | http://x.example:8080",
                "a:) | a:)",
                ":)) | :))",
                "<code>:)</code> | <code>:)</code>",
                "<b>:)</b>&nbsp;:( | <b>🙂</b>&nbsp;🙁",
            })
    void smilies_become_emoji_where_they_stand_alone(String source, String shown) {
        assertThat(content(source)).isEqualTo("<p>" + shown + "</p>~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<img src=\"/a\" loading=\"eager\" width=\"1\" height=\"1\">"
                        + " | <img decoding=\"async\" src=\"/a\" loading=\"eager\" width=\"1\""
                        + " height=\"1\">",
                "<img decoding=\"sync\" src=\"/a\" width=\"1\">" + " | <img decoding=\"sync\" src=\"/a\" width=\"1\">",
            })
    void pictures_that_say_how_to_load_them_are_believed(String source, String html) {
        assertThat(content(source)).isEqualTo("<p>" + html + "</p>~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a & \"b\" | a &#038; &#8220;b&#8221;",
                "a &amp; b | a &amp; b",
                "<em>a</em> <a href=\"/x\">b</a> | <em>a</em> b",
                "a <script>x</script> | a",
                "a <b>b | a <b>b</b>",
                "a :) | a :)",
                " a  b  | a  b",
                "About Wordpress | About WordPress",
                "1 < 2 | 1 &lt; 2",
            })
    void titles_keep_tags_and_get_marks(String source, String title) {
        assertThat(WordPressRendering.title(source)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<em>a</em> & b | a &#038; b",
                "a&nbsp;&amp;&unknown;&eacute; | a&#160;&#38;&#038;unknown;&#233;",
                "a &copy; &amp;amp; | a &#169; &#38;amp;",
            })
    void titles_in_feeds_have_no_tags_and_no_names_that_xml_does_not_know(String source, String title) {
        assertThat(WordPressRendering.feedTitle(WordPressRendering.title(source)))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "By <em>hand</em> & \"so\" | x | <p>By <em>hand</em> &#038; &#8220;so&#8221;</p>~",
                "a~~b | x | <p>a</p>~<p>b</p>~",
                "'' | <p>a <b>b</b>~c</p>~~<h2>d</h2> | <p>a b c d</p>~",
                "'' | a~~<!--more-->~~b | <p>a</p>~",
                "'' | a~~<!--more Read on-->~~b | <p>a</p>~",
                "'' | a <!--nextpage--> b | <p>a</p>~",
                "'' | a <!--moreover--> b | <p>a b</p>~",
                "'' | a [gallery] [caption]<img src=\"/x\"> c[/caption] [unknown] d" + " | <p>a [unknown] d</p>~",
                "'' | a <script>b</script><style>c</style> :) | <p>a 🙂</p>~",
                "'' | '' | ''",
            })
    void an_excerpt_is_the_written_one_or_the_beginning(String written, String source, String html) {
        assertThat(excerpt(empty(written), empty(source))).isEqualTo(empty(html));
    }

    @Test
    void a_derived_excerpt_has_55_words_or_as_many_as_requested() {
        assertThat(excerpt(null, "word ".repeat(55))).doesNotContain("hellip");
        assertThat(excerpt(" ", "word ".repeat(56))).isEqualTo("<p>" + "word ".repeat(55) + "[&hellip;]</p>~");
        assertThat(WordPressRendering.excerpt(null, "a b c", 2)).isEqualTo("<p>a b [&hellip;]</p>\n");
        assertThat(WordPressRendering.excerpt("a b c", "", 2)).isEqualTo("<p>a b c</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:code"
                        + " --><pre>b</pre><!-- /wp:code --> | <p>a</p>~",
                "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:paragraph"
                        + " --><p>b</p><!-- /wp:paragraph --> | <p>a b</p>~",
                "<!-- wp:image --><figure><img src=\"/x\"><figcaption>a</figcaption></figure><!--"
                        + " /wp:image -->b | <p>b</p>~",
                "<!-- wp:group --><div><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!--"
                        + " wp:code --><pre>b</pre><!-- /wp:code --></div><!-- /wp:group --> |"
                        + " <p>a</p>~",
                "<!-- wp:quote --><blockquote><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph"
                        + " --></blockquote><!-- /wp:quote --> | <p>a</p>~",
                "<!-- wp:quote --><blockquote><!-- wp:code --><pre>a</pre><!-- /wp:code"
                        + " --></blockquote><!-- /wp:quote -->b | <p>b</p>~",
            })
    void an_excerpt_is_made_of_blocks_that_are_words(String source, String html) {
        assertThat(excerpt("", source)).isEqualTo(html);
    }

    @Test
    void a_feed_ignores_the_teaser_marker_and_has_an_anchor_for_it() {
        var source = "a & b\n\n<!--more-->\n\nc <!--more-->";
        assertThat(feedContent(source, 7))
                .isEqualTo("<p>a &#038; b</p>\n<p><span id=\"more-7\"></span></p>\n<p>c" + " <!--more--></p>\n");
        assertThat(WordPressRendering.excerpts("", source).feed()).isEqualTo("a &#038; b c");
        assertThat(WordPressRendering.excerpts("By <em>hand</em> &eacute;", source)
                        .feed())
                .isEqualTo("By <em>hand</em> &#233;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a \"b\" & <strong>c</strong>~d~~e :) | <p>a &#8220;b&#8221; &#038;"
                        + " <strong>c</strong><br />~d</p>~<p>e 🙂</p>~",
                "see https://x.example/a?b=1&c=2. | <p>see <a"
                        + " href=\"https://x.example/a?b=1&#038;c=2\" rel=\"nofollow ugc\">"
                        + "https://x.example/a?b=1&#038;c=2</a>.</p>~",
                "(http://x.example/a_(b)) | <p>(<a href=\"http://x.example/a_(b)\""
                        + " rel=\"nofollow ugc\">http://x.example/a_(b)</a>)</p>~",
                "www.x.example, me@x.example | <p><a href=\"http://www.x.example\" rel=\"nofollow"
                        + " ugc\">www.x.example</a>, <a href=\"mailto:me@x.example\" rel=\"nofollow"
                        + " ugc\">me@x.example</a></p>~",
                "<a href=\"/x\">http://y.example</a> | <p><a href=\"/x\" rel=\"nofollow ugc\">"
                        + "http://y.example</a></p>~",
                "<a href=\"/x\" rel=\"follow\" onclick=\"y\" class=\"z\">a</a>"
                        + " | <p><a href=\"/x\" rel=\"nofollow ugc\">a</a></p>~",
                "<code>www.x.example</code> a.b c@d | <p><code>www.x.example</code> a.b c@d</p>~",
                "<img src=\"/x\"><h1>a</h1><!-- b --> | <p>a</p>~",
                "<div>a</div> <strong>b</strong> | <p>a <strong>b</strong></p>~",
                "<p>x</p><img src=\"/x\"> | <p>x</p>~",
                "<pre>a</pre> | <p>a</p>~",
                "<blockquote>a | <blockquote><p>a</p></blockquote>~",
                "javascript://x ftp://y | <p>javascript://x ftp://y</p>~",
            })
    void comments_have_paragraphs_and_user_generated_links(String source, String html) {
        assertThat(WordPressRendering.comment(source.replace('~', '\n')).replace('\n', '~'))
                .isEqualTo(html);
    }

    @Test
    void a_feed_ends_with_the_first_page() {
        assertThat(feedContent("a\n<!--nextpage-->\nb", 7)).isEqualTo("<p>a</p>\n");
        assertThat(feedContent(
                        "<!-- wp:html -->a<!-- /wp:html -->\n<!-- wp:nextpage -->\n"
                                + "<!--nextpage-->\n<!-- /wp:nextpage -->b",
                        7))
                .isEqualTo("a\n");
    }

    private static String feedContent(String source, long postId) {
        var first = WordPressRendering.firstPage(source);
        return WordPressRendering.withTeaserAnchor(first == null ? WordPressRendering.content(source) : first, postId);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a <script>x</script>b | <p>a b</p>~",
                "<b onclick=\"x\" class='y'>a</b> | <p><b class='y'>a</b></p>~",
                "<a href=\"javascript:x\">a</a> | <p><a>a</a></p>~",
                "<iframe src=\"https://x.example\"></iframe>a"
                        + " | <p><a href=\"https://x.example\">https://x.example</a>a</p>~",
                "<iframe src=\"https://player.vimeo.com/video/1\" onload=\"x\"></iframe>"
                        + " | <p><iframe src=\"https://player.vimeo.com/video/1\""
                        + " sandbox=\"allow-scripts allow-same-origin allow-popups"
                        + " allow-presentation\" loading=\"lazy\"></iframe></p>~",
                "a<!-- <b> --> | <p>a</p>~",
                "<span style=\"top:0\">a &eacute; <br/>b</span>" + " | <p><span>a &eacute; <br />b</span></p>~",
            })
    void unsafe_parts_are_removed_and_the_rest_stays(String source, String html) {
        assertThat(content(source)).isEqualTo(html);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<".repeat(30_000),
                "\"".repeat(60_000),
                "'".repeat(60_000),
                "\"1".repeat(100_000),
                " '1".repeat(75_000),
                "-".repeat(225_000),
                "1x".repeat(100_000),
                "1,".repeat(100_000) + "x1",
                "&".repeat(37_000),
                "[gallery ".repeat(25_000),
                "[caption]".repeat(25_000),
                "[caption]".repeat(25_000) + "[/caption]",
                "[caption]<img src=x".repeat(15_000) + ">[/caption]",
                "[/caption".repeat(25_000),
                ":)".repeat(100_000),
                " :".repeat(100_000),
                "\n".repeat(225_000),
                " ".repeat(225_000) + "a",
                "a \n".repeat(15_000),
                "a\n\n".repeat(9_000),
                "<p>".repeat(15_000),
                "</p>".repeat(15_000),
                "<p><li>".repeat(9_000),
                "<br>".repeat(15_000),
                "<br> ".repeat(15_000),
                "<pre>".repeat(200),
                "<svg>".repeat(200),
                "<pre>a</pre>".repeat(9_000),
                "<!-- wp:a -->".repeat(20_000),
                "<!-- wp:quote -->".repeat(20_000),
                "<!-- wp:group -->".repeat(40_000) + "a" + "<!-- /wp:group -->".repeat(40_000),
                "<!-- wp:a {".repeat(20_000),
                "<!-- wp:a {}" + "}".repeat(25_000) + " -->",
                "<!--" + " -".repeat(100_000) + "-->",
                "<a " + "b ".repeat(25_000) + ">",
                "<img " + "alt=\"a\" ".repeat(50_000) + ">",
                "http://".repeat(25_000),
                "http://a." + "a.".repeat(75_000),
                "www." + "a,".repeat(75_000),
                "a@".repeat(75_000),
                " a@" + "a.".repeat(75_000),
                "lorem ipsum ".repeat(22_000));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("hostile")
    void hostile_texts_cost_little(String source) {
        CpuTime.isAtMost(Duration.ofSeconds(5), () -> {
            for (var rendered : renderings(source).toList()) {
                assertThat(rendered.length()).isLessThan(3 * MarkupBudget.MAX_CHARS);
            }
        });
    }

    private static Stream<String> renderings(String source) {
        return Stream.<UnaryOperator<String>>of(
                        WordPressRendering::content,
                        WordPressRendering::title,
                        WordPressRendering::comment,
                        text -> WordPressRendering.excerpt("", text),
                        text -> WordPressRendering.excerpt(text, ""))
                .map(rendering -> orRefused(rendering, source));
    }

    private static String orRefused(UnaryOperator<String> rendering, String source) {
        try {
            return rendering.apply(source);
        } catch (ContentTooComplexException refused) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "<!-- wp:x /-->", "<script>a</script>"})
    void nothing_is_rendered_as_nothing(String source) {
        renderings(source).forEach(html -> assertThat(PlainText.of(html)).isEmpty());
    }

    private static String content(String source) {
        return WordPressRendering.content(source.replace('~', '\n')).replace('\n', '~');
    }

    private static String excerpt(String written, String source) {
        return WordPressRendering.excerpt(
                        written == null ? null : written.replace('~', '\n'), source.replace('~', '\n'))
                .replace('\n', '~');
    }

    private static String empty(String value) {
        return value.equals("''") ? "" : value;
    }
}
