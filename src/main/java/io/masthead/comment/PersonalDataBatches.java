package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Exports and erases the personal data in comments in batches, each in its own transaction. It checks no
 * rights: callers have done so, or are scheduled jobs.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PersonalDataBatches {

    private final PersonalDataRepository data;
    private final CommentTransitions transitions;
    private final CommentDeletion deletion;
    private final CommentEvents events;
    private final Clock clock;

    PersonalDataBatches(
            CommentEvents events,
            PersonalDataRepository data,
            CommentTransitions transitions,
            CommentDeletion deletion,
            Clock clock) {
        this.data = data;
        this.transitions = transitions;
        this.deletion = deletion;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The comments tied to an address, ordered by id.
     *
     * @param scope what cursors are bound to; it does not reveal the address
     */
    public Page<PersonalComment> page(String emailKey, PageRequest page, String scope) {
        return data.page(emailKey, page, scope);
    }

    /**
     * Anonymises the comments tied to an address, or deletes them permanently; returns how many were found, at
     * most {@code limit}.
     */
    public int erase(String emailKey, boolean delete, int limit, Actor actor) {
        var ids = data.first(emailKey, limit);
        if (ids.isEmpty()) {
            return 0;
        }
        var locked = transitions.lock(ids).values();
        data.deleteChecks(ids);
        for (var comment : locked) {
            if (delete) {
                deletion.delete(comment, Cause.PERSON, actor.userId());
            } else {
                transitions.record(comment, "erased", Cause.PERSON, "", actor.userId());
                comment.anonymise();
                comment.touch(clock.instant());
            }
        }
        if (!delete) {
            data.flush();
            locked.forEach(comment -> events.edited(comment, comment.postId(), actor.userId()));
        }
        return ids.size();
    }

    /** Clears the network addresses of some older comments; returns of how many. */
    public int clearAddresses(Instant before, int limit) {
        return data.clearAddresses(before, limit);
    }

    /** Deletes what was sent to services about older comments, once they or people have decided. */
    public void deleteAnsweredChecks(Instant before) {
        data.deleteAnsweredChecks(before);
    }
}
