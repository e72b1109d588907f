package io.masthead.comment;

import java.time.Instant;

/**
 * What moderators may specify when they enter a comment for someone else; other callers may not.
 *
 * @param userId the author; null for the moderator, or for the guest named in {@code author}
 * @param author null parts are taken from the user
 * @param createdAt null for now
 * @param status null for approved
 */
public record CommentEntry(Long userId, SignedAuthor author, Instant createdAt, CommentStatus status) {

    public static final CommentEntry NONE = new CommentEntry(null, SignedAuthor.NONE, null, null);

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether its author has no account. */
    boolean isOfGuest() {
        return userId == null && !author.isEmpty();
    }

    ModerationDecision decision() {
        return status == null ? ModerationDecision.TRUSTED : new ModerationDecision(status, Cause.PERSON, "");
    }
}
