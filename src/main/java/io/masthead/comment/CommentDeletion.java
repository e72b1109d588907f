package io.masthead.comment;

import io.masthead.post.event.PostRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.EnumMap;

/** Deletes comments permanently. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CommentDeletion {

    private final CommentRepository comments;
    private final CommentTransitions transitions;
    private final CommentCounters counters;

    CommentDeletion(CommentRepository comments, CommentTransitions transitions, CommentCounters counters) {
        this.comments = comments;
        this.transitions = transitions;
        this.counters = counters;
    }

    /** Deletes a locked comment; its replies move to its parent. */
    void delete(Comment locked, Cause cause, Long actorId) {
        transitions.beforeDelete(locked, cause, actorId);
        comments.delete(locked);
        comments.flush();
    }

    /** The database deletes the comments with their post; this updates the counters. */
    void onPostRemoved(@Observes PostRemoved post) {
        var gone = new EnumMap<CommentStatus, Integer>(CommentStatus.class);
        comments.statusesOn(post.id()).forEach((status, amount) -> gone.put(status, -amount));
        counters.add(gone);
    }
}
