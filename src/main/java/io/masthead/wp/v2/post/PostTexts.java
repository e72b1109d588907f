package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
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
        return WordPressRendering.title(titleSource(post));
    }

    /**
     * Only WordPress' own content is rendered as WordPress does; the rest is HTML already, and so
     * is what was too complex to be rendered twice.
     */
    static String content(PostBody body) {
        if (!isWordPress(body)) {
            return body.html();
        }
        try {
            return WordPressRendering.content(body.source());
        } catch (ContentTooComplexException e) {
            return body.html();
        }
    }

    /**
     * @param words how many words an excerpt has that nobody wrote
     */
    static String excerpt(Post post, PostBody body, int words) {
        try {
            return WordPressRendering.excerpt(
                    post.excerptSource(), isWordPress(body) ? body.source() : body.html(), words);
        } catch (ContentTooComplexException e) {
            return "<p>" + Entities.escape(post.excerpt()) + "</p>\n";
        }
    }

    /** Whether a text has blocks, and so which version of them. */
    static int blockVersion(PostBody body) {
        return isWordPress(body) && body.source().contains("<!-- wp:") ? 1 : 0;
    }

    private static boolean isWordPress(PostBody body) {
        return body.format() == ContentFormat.WORDPRESS;
    }
}
