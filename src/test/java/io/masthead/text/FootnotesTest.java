package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.content.Excerpt;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootnotesTest {

    private static final String TEXT = "Footnote[^1], again[^1].\n\n[^1]: The *note*.\n";

    @Test
    void a_reference_links_to_its_footnote_and_the_footnote_back_to_each_reference() {
        var html = html(TEXT);
        var body = ParsedHtml.of(html).body();

        var marks = body.select("p > sup.footnote-ref > a[role=doc-noteref]");
        assertThat(marks.eachText()).containsExactly("1", "1");
        var note = body.select("section.footnotes[role=doc-endnotes] > ol > li").first();
        assertThat(marks.eachAttr("href")).containsOnly("#" + note.id());
        assertThat(note.select("p").text()).startsWith("The note.");
        assertThat(note.select("em").text()).isEqualTo("note");
        assertThat(note.select("a.footnote-backref[role=doc-backlink]").eachAttr("href"))
                .isEqualTo(marks.eachAttr("id").stream().map(id -> "#" + id).toList());
        assertThat(HtmlCleaner.content(html)).isEqualTo(html);
    }

    @Test
    void ids_are_unique_on_a_page_and_the_same_each_time() {
        var other = """
                [^1] [^a] [^a] [^a-2] [^A"<é] [^b]

                [^b]: x[^a]

                [^1]: x
                [^a]: x
                [^a-2]: x
                [^a"<É]: x
                """;
        var page = ParsedHtml.of(html(TEXT) + html(other)).body();
        var ids = page.select("[id]").eachAttr("id");

        assertThat(ids).hasSize(3 + 12);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        for (var address : page.select("a").eachAttr("href")) {
            assertThat(ids).contains(address.substring(1));
        }
        assertThat(html(other)).isEqualTo(html(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a[^1] | <p>a[^1]</p>",
                "`[^1]`~~[^1]: b | <p><code>[^1]</code></p>",
                "a~~[^1]: b | <p>a</p>",
                "H~2~O[^1] | <p>H~2~O[^1]</p>",
            })
    void an_unresolved_reference_is_no_footnote(String source, String html) {
        var text = source.replace("~~", "\n\n");
        assertThat(html(text).strip()).isEqualTo(html);
    }

    @Test
    void searches_find_the_words_of_notes_but_no_marks() {
        assertThat(ContentRenderer.render(TEXT, ContentFormat.MARKDOWN).text()).isEqualTo("Footnote, again. The note.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "A[^1].~~[^1]: Note. | A.",
                "A[^1] b[^2].~~<!--more-->~~C.~~[^1]: Note.~[^2]: Two. | A b.",
                "A[^1].~~[^1]: Note.~~<!--more-->~~C. | A.",
                "A[^x].~~<!--more-->~~C[^1].~~[^1]: Note. | A[^x].",
            })
    void excerpts_hold_neither_marks_nor_notes(String source, String excerpt) {
        var text = source.replace('~', '\n');
        var content = ContentRenderer.render(text, ContentFormat.MARKDOWN);
        assertThat(Excerpt.derive(text, content)).isEqualTo(excerpt);
        assertThat(Excerpt.withoutNotes(content.html())).doesNotContain("Note", "<sup", "↩");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "A[^1].~~[^1]: *Note*. | <p>A[^1].</p>~<p>[^1]: <em>Note</em>.</p>",
                "A[^1].~~[^1]: > q | <p>A[^1].</p>~<p>[^1]:</p>~<blockquote>~<p>q</p>~</blockquote>",
            })
    void in_comments_they_are_words(String source, String html) {
        assertThat(CommentContent.html(source.replace('~', '\n'), ContentFormat.MARKDOWN)
                        .strip())
                .isEqualTo(html.replace('~', '\n'));
    }

    @Test
    void a_script_in_a_note_is_found() {
        var source = "a[^1]\n\n[^1]: b\n\n    <b onclick=x>c</b>\n\n    <script>d</script>\n";
        assertThat(SourceFilter.filter(source, ContentFormat.MARKDOWN))
                .contains("[^1]: b\n\n    <b>c</b>")
                .doesNotContain("onclick", "script");
    }

    @Test
    void marks_in_notes_within_notes_do_not_multiply() {
        var nested = IntStream.range(0, 200)
                .mapToObj(i -> "[^" + i + "]:")
                .collect(Collectors.joining("", "", "[^0]".repeat(1_000)));
        var marks = IntStream.range(0, 200).mapToObj(i -> "[^" + i + "]").collect(Collectors.joining());
        assertThatThrownBy(() -> html(marks + "\n\n" + nested)).isInstanceOf(ContentTooComplexException.class);
    }

    @Test
    void a_thousand_notes_are_rendered() {
        var source = IntStream.range(0, 1_000)
                .mapToObj(i -> "a[^" + i + "]\n\n[^" + i + "]: b\n\n")
                .collect(Collectors.joining());
        assertThat(ParsedHtml.of(html(source)).body().select("li")).hasSize(1_000);
    }

    private static String html(String source) {
        return ContentRenderer.render(source, ContentFormat.MARKDOWN).html();
    }
}
