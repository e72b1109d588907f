package io.masthead.wp.site;

import static io.masthead.text.WordPressRendering.orElse;

import io.masthead.comment.Comment;
import io.masthead.post.Post;
import io.masthead.post.PostBody;
import io.masthead.post.PostView;
import io.masthead.text.ContentFormat;
import io.masthead.text.PlainText;
import io.masthead.text.WordPressRendering;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * How content reads in feeds: what is written as WordPress has it reads as in WordPress, all else
 * as everywhere here.
 */
final class FeedText {

    private FeedText() {}

    /** Plain text, in which readers are told of a password. */
    static String title(Post post) {
        return Parser.unescapeEntities(titleHtml(post), false);
    }

    static String titleHtml(Post post) {
        return (post.isProtected() ? "Protected: " : "")
                + orElse(() -> WordPressRendering.feedTitle(readable(post)), post.titleHtml());
    }

    /** Without tags, which some readers would take for such. */
    static String name(String text) {
        return orElse(() -> PlainText.of(text), text);
    }

    /** HTML. */
    static String summary(PostView view) {
        var post = view.post();
        if (!view.readable()) {
            return "There is no excerpt because this is a protected post.";
        }
        var plain = Entities.escape(post.excerpt());
        return isOfWordPress(view.body())
                ? orElse(
                        () -> WordPressRendering.feedExcerpt(
                                post.excerptSource(), view.body().source()),
                        plain)
                : plain;
    }

    /** HTML; null where a password is missing. */
    static String content(PostView view) {
        var body = view.body();
        if (!view.readable()) {
            return null;
        }
        return isOfWordPress(body)
                ? orElse(
                        () -> WordPressRendering.feedContent(
                                body.source(), view.post().id()),
                        body.html())
                : body.html();
    }

    /** HTML. */
    static String summary(Comment comment) {
        return Entities.escape(PlainText.of(comment.html()));
    }

    static String content(Comment comment) {
        return comment.format() == ContentFormat.WORDPRESS
                ? orElse(() -> WordPressRendering.comment(comment.source()), comment.html())
                : comment.html();
    }

    /** Quotes are made curly where they are seen as such; in a title they end nothing. */
    private static String readable(Post post) {
        return post.titleHtml().replace("&quot;", "\"");
    }

    private static boolean isOfWordPress(PostBody body) {
        return body.format() == ContentFormat.WORDPRESS;
    }
}
