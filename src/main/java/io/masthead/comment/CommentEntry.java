package io.masthead.comment;

import java.time.Instant;

/**
 * What moderators may say of a comment that they enter for somebody else: nobody else's word is
 * taken for it.
 *
 * @param userId who wrote it; null where the moderator did, or the guest whom {@code author} names
 * @param author null parts are those of the user
 * @param createdAt null for now
 * @param status null for approved
 */
public record CommentEntry(Long userId, SignedAuthor author, Instant createdAt, CommentStatus status) {

    public static final CommentEntry NONE = new CommentEntry(null, SignedAuthor.NONE, null, null);

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether it is in the name of nobody who has an account. */
    boolean isOfGuest() {
        return userId == null && !author.isEmpty();
    }

    ModerationDecision decision() {
        return status == null ? ModerationDecision.TRUSTED : new ModerationDecision(status, Cause.PERSON, "");
    }
}
