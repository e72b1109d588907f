package io.masthead.text.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.CpuTime;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.MarkupBudget;
import io.masthead.text.ParsedHtml;
import io.masthead.text.VerbatimCleaner;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRendererTest {

    /** Far above measured values, far below the cost of an attack without limits. */
    private static final Duration BEARABLE = Duration.ofSeconds(5);

    @BeforeAll
    static void load_the_parsers() {
        for (var format : ContentFormat.values()) {
            ContentRenderer.render("<p>warm</p>", format);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "**a** _b_ ~~c~~ | <p><strong>a</strong> <em>b</em> <del>c</del></p>",
                "H~2~O ~a~ b | <p>H~2~O ~a~ b</p>",
                "# Ä b¶## `C` *d*!¶## Ä b | <h1 id=\"ä-b\">Ä b</h1>¶<h2 id=\"c-d\"><code>C</code> <em>d</em>!</h2>¶<h2 id=\"ä-b-1\">Ä b</h2>",
                "# Links | <h1 id=\"section-links\">Links</h1>",
                "www.example.org" + " | <p><a href=\"http://www.example.org\">www.example.org</a></p>",
                "[a](javascript:x) | <p><a>a</a></p>",
                "<b onclick=x>a</b> | <p><b>a</b></p>",
                "`<b>` | <p><code>&lt;b&gt;</code></p>",
                "- [x] a | <ul>¶<li>☑ a</li>¶</ul>",
                "```java¶int x;¶``` | <pre><code class=\"language-java\">int x;¶</code></pre>",
                "a <script>x</script> | <p>a </p>",
                "A | <p>A</p>",
            })
    void markdown_is_rendered_and_cleaned(String source, String html) {
        assertThat(render(source.replace('¶', '\n'), ContentFormat.MARKDOWN)).isEqualTo(html.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a~~b | <p>a</p>~<p>b</p>",
                "a~b | <p>a<br />~b</p>",
                "a<br />~b | <p>a<br />~b</p>",
                "a~ ~b | <p>a</p>~<p>b</p>",
                "<h2>a</h2>~b | <h2>a</h2>~<p>b</p>",
                "<ul>~<li>a</li>~<li>b</li>~</ul> | <ul>~<li>a</li>~<li>b</li>~</ul>",
                "<blockquote>a~~b</blockquote> | <blockquote><p>a</p>~<p>b</p></blockquote>",
                "<div>a~~b</div> | <div>a</p>~<p>b</p></div>",
                "<p>a</p>~~b | <p>a</p>~<p>b</p>",
                "<pre>a~~b</pre> | <pre>a~~b</pre>",
                "a~~<!--more-->~~b | <p>a</p>~<p><!--more--></p>~<p>b</p>",
                "a <!--nextpage--> b | <p>a <!--nextpage--> b</p>",
                "a~~[gallery ids=\"1,2\"] | <p>a</p>~<!--masthead:gallery ids=1%2C2 n=1-->",
                "<script>a~~b</script>~~c | <p></p>~<p>c</p>",
                "<em>a~~b</em> | <p><em>a</p>~<p>b</em></p>",
                "<!-- wp:paragraph --><p>a~~b</p><!-- /wp:paragraph --> | <p class=\"wp-block-paragraph\">a~~b</p>",
                "<!-- wp:image {\"id\":1} --><figure><img src=\"/x\"></figure><!-- /wp:image -->"
                        + " | <figure><img decoding=\"async\" src=\"/x\"></figure>",
                "<!-- wp:p --><p>a</p><!-- /wp:p -->~~b~~c | <p>a</p>~~b~~c",
                "<!-- wp:freeform -->a~~b<!-- /wp:freeform --> | a~~b",
                "<!-- wp:latest-posts {\"n\":5} /-->~a | <!--masthead:latest-posts-->~a",
                "<!-- wp:html --><b>a</b> | <b>a</b>",
                "<!-- /wp:html -->a | <p><!-- /wp:html -->a</p>",
                "<!-- wp:q --><blockquote><!-- wp:p --><p>a</p><!-- /wp:p --></blockquote><!--"
                        + " /wp:q --> | <blockquote><p>a</p></blockquote>",
            })
    void wordpress_content_becomes_paragraphs(String source, String html) {
        assertThat(render(source.replace('~', '\n'), ContentFormat.WORDPRESS)).isEqualTo(html.replace('~', '\n'));
    }

    @ParameterizedTest
    @EnumSource(ContentFormat.class)
    void text_is_for_searching(ContentFormat format) {
        var content = ContentRenderer.render("<p>one  <b>two</b>&amp;</p><script>x</script>\n\n<p>three</p>", format);
        assertThat(content.text()).isEqualTo("one two& three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n\n", "<!-- wp:x -->"})
    void nothing_is_rendered_as_nothing(String source) {
        for (var format : ContentFormat.values()) {
            assertThat(ContentRenderer.render(source, format).text()).isEmpty();
            assertThat(ContentRenderer.render(source, format).html()).isBlank();
        }
    }

    @Test
    void a_mark_of_wordpress_stays_where_wordpress_reads_it() {
        assertThat(render("<!--more-->", ContentFormat.WORDPRESS)).isEqualTo("<p><!--more--></p>");
        assertThat(ContentRenderer.render("<!--more-->", ContentFormat.WORDPRESS)
                        .text())
                .isEmpty();
        assertThat(render("<!--more-->", ContentFormat.HTML)).isEmpty();
        assertThat(render("<!--more-->", ContentFormat.MARKDOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "</",
                "<a",
                "<!--",
                "<a href=\"",
                "<pre>",
                "<p><b><i>",
                "\u0000",
                "\uD800",
                "&",
                "&#0;",
                "<!",
                "<?",
                "<![CDATA[",
                "\u202E\u200B",
                "[",
                "`",
                "|",
                "|-",
                "> ",
                "<script",
                "<pre",
                "]]>"
            })
    void broken_input_is_rendered_to_something_clean(String source) {
        for (var format : ContentFormat.values()) {
            var html = ContentRenderer.render(source, format).html();
            assertThat(parsed(HtmlCleaner.content(html))).isEqualTo(parsed(html));
            // WordPress content keeps the characters that its author wrote.
            assertThat(format == ContentFormat.WORDPRESS ? VerbatimCleaner.content(html) : HtmlCleaner.content(html))
                    .isEqualTo(html);
        }
    }

    static Stream<Arguments> too_complex() {
        return Stream.of(
                        "<div>".repeat(100_000),
                        "<b>".repeat(100_000),
                        "<p>".repeat(100_000),
                        "<x ".repeat(100_000),
                        "</p>".repeat(100_000),
                        "<div><i></div>".repeat(20_001),
                        "<svg><style>" + "<g>".repeat(50_000),
                        "<script>" + "<g>".repeat(50_000),
                        "<div>".repeat(257),
                        "a".repeat(MarkupBudget.MAX_CHARS + 1))
                .flatMap(s -> Stream.of(ContentFormat.values()).map(f -> Arguments.of(s, f)));
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @MethodSource("too_complex")
    void too_many_or_too_deep_elements_are_refused_at_once(String source, ContentFormat format) {
        CpuTime.isAtMost(
                Duration.ofSeconds(1),
                () -> assertThatThrownBy(() -> ContentRenderer.render(source, format))
                        .isInstanceOf(ContentTooComplexException.class)
                        .message()
                        .startsWith("The content ")
                        .endsWith("."));
    }

    static Stream<String> exhausting() {
        return Stream.of(
                ">".repeat(1_000_000),
                "[".repeat(1_000_000),
                "(".repeat(1_000_000),
                "![".repeat(500_000),
                "[a](".repeat(24_000),
                "[".repeat(40_000) + "]".repeat(40_000),
                "*a **a ".repeat(14_000) + "a** a* ".repeat(14_000),
                "_a*".repeat(45_000),
                "<".repeat(1_000_000),
                "<".repeat(99_000),
                "a <!-- ".repeat(90_000),
                "a <!-- > ".repeat(45_000),
                "a <? > ".repeat(45_000),
                "<a title=\"".repeat(90_000),
                "<a " + attributes(150_000) + ">",
                "&".repeat(1_000_000),
                "- ".repeat(10_000) + "a",
                "1. ".repeat(10_000) + "a",
                "> ".repeat(10_000) + "a",
                nestedLists(1_400),
                "> > > > > > > > > > > > >a\n".repeat(7_000),
                "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "|\n".repeat(90_000),
                "[a]: /" + "x".repeat(500_000) + "\n\n" + "[a] ".repeat(40_000),
                "www.".repeat(250_000),
                "a@".repeat(500_000),
                "\n".repeat(1_000_000),
                "a\n\n".repeat(330_000),
                "<p><object>".repeat(120),
                "<table><b>x".repeat(120),
                unlike("<p><b x=%d></p>", 9_900),
                unlike("<div><b x=%d></div>", 9_900),
                "<!-- wp:a -->".repeat(80_000),
                "lorem ipsum ".repeat(90_000));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("exhausting")
    void hostile_content_costs_little_and_breaks_nothing(String source) {
        for (var format : ContentFormat.values()) {
            CpuTime.isAtMost(BEARABLE, () -> {
                try {
                    var html = ContentRenderer.render(source, format).html();
                    assertThat(html.length()).isLessThan(MarkupBudget.MAX_CHARS);
                } catch (ContentTooComplexException refused) {
                    assertThat(refused).hasMessageStartingWith("The content ");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a",
                "<p><b>a",
                "<li>a",
                "<ul><li>a</ul>",
                "<table><tr><td>a<td>b</table>",
                "a<br>",
                "<img src=/x>",
                "<dl><dt>a<dd>b</dl>",
                "<p>a<div>b</div>"
            })
    void a_thousand_tags_that_html_lets_authors_leave_open_are_no_depth(String part) {
        var source = part.repeat(1_000);
        assertThat(render(source, ContentFormat.HTML)).isNotEmpty();
        assertThat(render(source, ContentFormat.WORDPRESS)).isNotEmpty();
    }

    @Test
    void long_tables_and_long_code_are_no_long_paragraphs() {
        var table = "|a|\n|-|\n" + "|b|\n".repeat(5_000);
        assertThat(render(table, ContentFormat.MARKDOWN)).contains("<td>b</td>");
        var code = "```\n" + "a | b\n".repeat(20_000) + "```";
        assertThat(render(code, ContentFormat.MARKDOWN)).contains("a | b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|a|\n", "a\n="})
    void a_paragraph_of_a_thousand_lines_is_rendered_and_one_of_thirty_thousand_is_refused(String line) {
        assertThat(render(line.repeat(1_000), ContentFormat.MARKDOWN)).contains("a");
        assertThatThrownBy(() -> render(line.repeat(30_000), ContentFormat.MARKDOWN))
                .isInstanceOf(ContentTooComplexException.class)
                .hasMessageContaining("blank lines");
    }

    private static String parsed(String html) {
        return ParsedHtml.of(html).body().html();
    }

    private static String render(String source, ContentFormat format) {
        return ContentRenderer.render(source, format).html().strip();
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        IntStream.range(0, count).forEach(i -> attributes.append("a").append(i).append(' '));
        return attributes.toString();
    }

    private static String nestedLists(int depth) {
        var lists = new StringBuilder();
        IntStream.range(0, depth).forEach(i -> lists.append(" ".repeat(i)).append("- a\n"));
        return lists.toString();
    }

    private static String unlike(String pattern, int count) {
        var parts = new StringBuilder();
        IntStream.range(0, count).forEach(i -> parts.append(pattern.replace("%d", "" + i)));
        return parts.toString();
    }
}
