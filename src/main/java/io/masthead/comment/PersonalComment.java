package io.masthead.comment;

import io.masthead.comment.spam.CommentCheck;
import io.masthead.comment.spam.SubmittedComment;
import io.masthead.post.Post;

/**
 * A comment with all personal data of its author.
 *
 * @param submitted what was sent to spam detection services; null if nothing
 */
public record PersonalComment(CommentView comment, Post post, SubmittedComment submitted) {

    static PersonalComment of(Comment comment, Post post, CommentCheck check) {
        return new PersonalComment(
                new CommentView(comment, true, false, null, null, null),
                post,
                check == null ? null : check.submitted());
    }
}
