package io.masthead.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.text.ContentFormat;
import io.masthead.text.content.CommentContent;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.wordpress.WordPressRendering;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored rows are rendered again only if the renderer version says so. */
class RendererVersionTest {

    private static final List<String> TEXTS = List.of(
            "It's \"back\" -- 9x9... & <b>c</b>\n\nSecond\n<!--more-->\n\nthird\n\n<!--nextpage-->\nfourth",
            "<!-- wp:paragraph -->\n<p>A 'block' &amp; more</p>\n<!-- /wp:paragraph -->",
            "# Title\n\n- [x] *done*[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Note",
            "[caption width=\"10\"]<img src=\"/a.png\"> Words[/caption] https://example.org/x :)",
            "<script>x</script><a href=\"javascript:x\">a</a> <iframe src=\"https://player.vimeo.com/video/1\"></iframe>");

    @Test
    void a_change_of_what_texts_render_to_raises_the_number() throws NoSuchAlgorithmException {
        var rendered = new StringBuilder();
        for (var text : TEXTS) {
            for (var format : ContentFormat.values()) {
                rendered.append(RenderedPost.of(text, format, null))
                        .append(RenderedPost.of(text, format, "Written -- \"excerpt\""))
                        .append(CommentContent.html(text, format));
            }
            rendered.append(WordPressRendering.title(text));
        }
        var digest =
                MessageDigest.getInstance("SHA-256").digest(rendered.toString().getBytes(UTF_8));

        assertThat(ContentRenderer.VERSION + " " + HexFormat.of().formatHex(digest, 0, 8))
                .as("Raise ContentRenderer.VERSION, then renew this value")
                .isEqualTo("3 cad72716a3bdcc17");
    }
}
