package io.masthead.comment;

import io.masthead.comment.spam.CommentCheck;
import io.masthead.comment.spam.ExaminedComments;
import io.masthead.post.Post;
import java.util.Map;

/**
 * A comment with all personal data of its author.
 *
 * @param submitted what was sent to spam detection services; empty if nothing
 */
public record PersonalComment(CommentView comment, Post post, Map<String, Object> submitted) {

    static PersonalComment of(Comment comment, Post post, CommentCheck check) {
        return new PersonalComment(
                new CommentView(comment, true, false, null, null, null),
                post,
                check == null ? Map.of() : ExaminedComments.write(check.submitted()));
    }
}
