package io.masthead.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Moves comments from one status to another, with all that follows from it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatusChanges {

    /**
     * Gives a comment another status: its thread closes or opens around it, its post counts anew,
     * and the audit trail is told. Nothing happens if it has that status already or is gone.
     *
     * @param reason more of why; empty for nothing
     * @param actorId the user who decided; null where no user did
     */
    void enter(long id, CommentStatus status, Cause cause, String reason, Long actorId) {
        throw new UnsupportedOperationException("follows");
    }
}
