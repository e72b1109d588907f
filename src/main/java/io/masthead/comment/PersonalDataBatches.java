package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * What comments hold of those who wrote them, told and forgotten in steps, each in a transaction of
 * its own. It asks for no rights: whoever calls it has done so, or runs by the clock.
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
     * The comments tied to an address, in the order of their ids.
     *
     * @param scope what cursors are bound to, which does not tell the address
     */
    public Page<PersonalComment> page(String emailKey, PageRequest page, String scope) {
        return data.page(emailKey, page, scope);
    }

    /**
     * Forgets who wrote the comments tied to an address, or deletes them for good; says how many it has
     * found, at most {@code limit}.
     */
    public int erase(String emailKey, boolean delete, int limit, Actor actor) {
        var ids = data.first(emailKey, limit);
        if (ids.isEmpty()) {
            return 0;
        }
        var locked = transitions.lock(ids).values();
        data.forgetChecks(ids);
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

    /** Forgets the network addresses of some comments that are older; says of how many. */
    public int forgetAddresses(Instant before, int limit) {
        return data.forgetAddresses(before, limit);
    }

    /** Forgets what services were asked of comments that are older, once they or people have answered. */
    public void forgetAnsweredChecks(Instant before) {
        data.forgetAnsweredChecks(before);
    }
}
