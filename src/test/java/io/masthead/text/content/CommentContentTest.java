package io.masthead.text.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.ContentFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentContentTest {

    private static final String RICH = "<h2 id=\"a\" class=\"b\">H</h2><ul style=\"color:red\"><li>l</li></ul>"
            + "<table><tr><td colspan=\"2\" onclick=\"x\">t</td></tr></table><pre>p</pre><img src=\"/x\"><script>s</script>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- a~- b | <ul>~<li>a</li>~<li>b</li>~</ul>",
                "3. a~4. b | <ol start=\"3\">~<li>a</li>~<li>b</li>~</ol>",
                "# No 1~~b | <p>No 1</p>~<p>b</p>",
                "    code | <pre><code>code~</code></pre>",
            })
    void readers_lists_and_lines_stay_in_markdown(String source, String html) {
        var text = source.startsWith("code") ? "    " + source : source.replace('~', '\n');
        assertThat(CommentContent.html(text, ContentFormat.MARKDOWN).strip()).isEqualTo(html.replace('~', '\n'));
    }

    @Test
    void an_imported_comment_keeps_headings_lists_tables_and_code_but_no_names() {
        assertThat(CommentContent.html(RICH, ContentFormat.WORDPRESS, true))
                .contains("<h2>H</h2>", "<ul>", "<li>l</li>", "<td colspan=\"2\">t</td>", "<pre>p</pre>")
                .doesNotContain("id=", "class=", "style=", "onclick", "<img", "script");
    }

    @Test
    void a_comment_from_a_client_of_wordpress_has_what_wordpress_allows() {
        assertThat(CommentContent.html(RICH, ContentFormat.WORDPRESS))
                .contains("H", "l", "t", "p")
                .doesNotContain("<h2", "<ul", "<table", "<pre", "<img");
    }
}
