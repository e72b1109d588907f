package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentView;
import io.masthead.post.Post;

/**
 * A comment with the post it is on, as one caller may see it.
 *
 * @param chosenAvatarUrl the picture that its author has chosen as a user; null for none
 * @param avatarEmail the address by which its author has a picture elsewhere, which nobody is to be
 *     shown; empty where none is known
 * @param answered whether it has an answer that the caller may see; null where that is not known
 * @param readable whether the caller may read it without telling a password
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
