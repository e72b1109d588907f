package io.masthead.comment.spam;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.Origin;
import java.time.Instant;

/**
 * A comment as checks see it: as it was submitted, without later changes. Unknown texts are empty.
 *
 * @param permalink the URL of the post on the site
 * @param parentId the comment it replies to; null for none
 * @param author as given in the comment
 * @param userRole the role of its author in lower case; empty for a guest
 * @param source as it was written
 * @param links the number of links in it
 * @param knownAuthor whether the same author has an approved comment
 * @param honeypot the content of the hidden form field
 * @param formAge how long its author had the form
 * @param recheckReason why a check is repeated, such as {@code "edit"}; empty at first
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

    /** The age of the form, by its signed token. */
    public enum FormAge {
        /** No form token is required. */
        NOT_ASKED,
        TOO_YOUNG,
        OLD_ENOUGH
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
