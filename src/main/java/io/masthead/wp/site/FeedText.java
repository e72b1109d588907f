package io.masthead.wp.site;

import io.masthead.comment.Comment;
import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.text.PlainText;

/** How content reads in feeds. */
final class FeedText {

    private FeedText() {}

    /** Plain text, in which readers are told of a password. */
    static String title(Post post) {
        return prefix(post) + post.title();
    }

    static String titleHtml(Post post) {
        return prefix(post) + post.titleHtml();
    }

    /** Plain text. */
    static String summary(PostView view) {
        return view.readable()
                ? view.post().excerpt()
                : "There is no excerpt because this is a protected post.";
    }

    /** HTML; null where a password is missing. */
    static String content(PostView view) {
        return view.readable() ? view.body().html() : null;
    }

    /** Plain text. */
    static String summary(Comment comment) {
        return PlainText.of(comment.html());
    }

    static String content(Comment comment) {
        return comment.html();
    }

    private static String prefix(Post post) {
        return post.isProtected() ? "Protected: " : "";
    }
}
