package io.masthead.comment.spam;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.Origin;
import java.time.Instant;

/**
 * A comment as checks see it: as it was submitted, whatever became of it since. Texts are empty
 * where nothing is known.
 *
 * @param permalink the address of the post on the site
 * @param parentId the comment it answers; null for none
 * @param author as the comment says
 * @param userRole the role of its author in lower case; empty for a guest
 * @param source as it was written
 * @param links how many links are in it
 * @param knownAuthor whether a comment of the same author has been approved before
 * @param honeypot what was written into the field that people do not see
 * @param formAge what is known of how long its author had the form
 * @param recheckReason why a check is asked once more, such as {@code "edit"}; empty at first
 */
public record ExaminedComment(
        long id,
        long postId,
        String permalink,
        Instant postUpdatedAt,
        Long parentId,
        CommentAuthor author,
        String userRole,
        Origin origin,
        String source,
        int links,
        boolean knownAuthor,
        String honeypot,
        FormAge formAge,
        Instant createdAt,
        String recheckReason) {

    /** What a signed form says of its age. */
    public enum FormAge {
        /** Nobody asked. */
        NOT_ASKED,
        TOO_YOUNG,
        OLD_ENOUGH
    }

    /** Whether one of the site's users wrote it. */
    public boolean isByUser() {
        return !userRole.isEmpty();
    }

    public ExaminedComment again(String reason) {
        return new ExaminedComment(
                id,
                postId,
                permalink,
                postUpdatedAt,
                parentId,
                author,
                userRole,
                origin,
                source,
                links,
                knownAuthor,
                honeypot,
                formAge,
                createdAt,
                reason);
    }
}
