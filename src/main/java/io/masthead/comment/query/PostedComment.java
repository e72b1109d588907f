package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentView;
import io.masthead.post.Post;

/**
 * A comment with its post, as one caller may see it.
 *
 * @param chosenAvatarUrl the picture that its author chose as a user; null for none
 * @param avatarEmail the address for the author's picture at Gravatar, never shown; empty if unknown
 * @param answered whether it has a reply that the caller may see; null if unknown
 * @param readable whether the caller may read it without a password
 */
public record PostedComment(
        CommentView view, Post post, String chosenAvatarUrl, String avatarEmail, Boolean answered, boolean readable) {

    public Comment comment() {
        return view.comment();
    }

    /** Whether the caller may change, move and delete it. */
    public boolean isModerated() {
        return view.moderated();
    }
}
