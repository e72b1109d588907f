package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.text.ContentFormat;
import io.masthead.text.Excerpt;
import io.masthead.text.WordPressRendering;
import org.jsoup.nodes.Entities;

/** What WordPress shows of what was written: as it is stored, and as HTML. */
public final class PostTexts {

    private PostTexts() {}

    /** A title without markup is text to us and HTML to WordPress. */
    static String titleSource(Post post) {
        return post.titleMarkup() == null ? post.title().replace("<", "&lt;") : post.titleMarkup();
    }

    public static String title(Post post) {
        return WordPressRendering.orElse(
                () -> WordPressRendering.title(titleSource(post)), Entities.escape(post.title()));
    }

    /** Only WordPress' own content is rendered as WordPress does; the rest is HTML already. */
    static String content(PostBody body) {
        return isWordPress(body)
                ? WordPressRendering.orElse(() -> WordPressRendering.content(body.source()), body.html())
                : body.html();
    }

    /**
     * @param words how many words an excerpt has that nobody wrote
     */
    static String excerpt(Post post, PostBody body, int words) {
        return WordPressRendering.orElse(
                () -> WordPressRendering.excerpt(
                        post.excerptSource(),
                        isWordPress(body) ? body.source() : Excerpt.withoutNotes(body.html()),
                        words),
                "<p>" + Entities.escape(post.excerpt()) + "</p>\n");
    }

    /** Whether a text has blocks, and so which version of them. */
    static int blockVersion(PostBody body) {
        return isWordPress(body) && body.source().contains("<!-- wp:") ? 1 : 0;
    }

    private static boolean isWordPress(PostBody body) {
        return body.format() == ContentFormat.WORDPRESS;
    }
}
