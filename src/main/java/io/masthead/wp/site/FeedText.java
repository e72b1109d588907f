package io.masthead.wp.site;

import static io.masthead.text.wordpress.WordPressRendering.orElse;

import io.masthead.comment.Comment;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.text.PlainText;
import io.masthead.text.wordpress.WordPressRendering;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** How content reads in feeds, as it was rendered when it was written. */
final class FeedText {

    private FeedText() {}

    /** Plain text, in which readers are told of a password. */
    static String title(Post post) {
        return Parser.unescapeEntities(titleHtml(post), false);
    }

    static String titleHtml(Post post) {
        return (post.isProtected() ? "Protected: " : "") + WordPressRendering.feedTitle(post.titleRendered());
    }

    /** Without tags, which some readers would take for such. */
    static String name(String text) {
        return orElse(() -> PlainText.of(text), text);
    }

    /** HTML. */
    static String summary(PostView view) {
        return view.readable() ? view.feedExcerpt() : "There is no excerpt because this is a protected post.";
    }

    /** HTML of the first page; null where a password is missing. */
    static String content(PostView view) {
        return view.readable()
                ? WordPressRendering.withTeaserAnchor(
                        view.firstPage(), view.post().id())
                : null;
    }

    /** HTML. */
    static String summary(Comment comment) {
        return Entities.escape(PlainText.of(comment.html()));
    }
}
