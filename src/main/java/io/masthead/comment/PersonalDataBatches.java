package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The steps of {@link PersonalData}, each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PersonalDataBatches {

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

    Page<PersonalComment> page(String emailKey, PageRequest page, String scope) {
        return data.page(emailKey, page, scope);
    }

    /** Says how many it has found, at most {@code limit}. */
    int erase(String emailKey, boolean delete, int limit, Actor actor) {
        var ids = data.first(emailKey, limit);
        if (ids.isEmpty()) {
            return 0;
        }
        var held = transitions.hold(ids).values();
        data.forgetChecks(ids);
        for (var comment : held) {
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
            held.forEach(comment -> events.edited(comment, comment.postId(), actor.userId()));
        }
        return ids.size();
    }
}
