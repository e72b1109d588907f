package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.WordPressRendering;

import org.jsoup.nodes.Entities;

/** What WordPress shows of what was written: as it is stored, and as HTML. */
final class PostTexts {

    private PostTexts() {}

    /** A title without markup is text to us and HTML to WordPress. */
    static String titleSource(Post post) {
        return post.titleMarkup() == null ? post.title().replace("<", "&lt;") : post.titleMarkup();
    }

    static String title(Post post) {
        return WordPressRendering.title(titleSource(post));
    }

    /** As WordPress renders what was written for it, else as it was rendered when it was saved. */
    static String content(PostBody body) {
        if (body.format() != ContentFormat.WORDPRESS) {
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
        var derivable = body.format() == ContentFormat.WORDPRESS || isWritten(post);
        if (!derivable) {
            return plain(post);
        }
        try {
            return WordPressRendering.excerpt(post.excerptSource(), body.source(), words);
        } catch (ContentTooComplexException e) {
            return plain(post);
        }
    }

    private static boolean isWritten(Post post) {
        return post.excerptSource() != null && !post.excerptSource().isBlank();
    }

    private static String plain(Post post) {
        return post.excerpt().isEmpty() ? "" : "<p>" + Entities.escape(post.excerpt()) + "</p>\n";
    }

    /** Whether a text has blocks, and so which version of them. */
    static int blockVersion(PostBody body) {
        return body.format() == ContentFormat.WORDPRESS && body.source().contains("<!-- wp:")
                ? 1
                : 0;
    }
}
