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
class PersonalDataWork {

    private final PersonalDataRepository data;
    private final CommentTransitions statuses;
    private final CommentDeletion removal;
    private final Clock clock;

    PersonalDataWork(PersonalDataRepository data, CommentTransitions statuses, CommentDeletion removal, Clock clock) {
        this.data = data;
        this.statuses = statuses;
        this.removal = removal;
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
        var held = statuses.hold(ids).values();
        data.forgetChecks(ids);
        for (var comment : held) {
            if (delete) {
                removal.delete(comment, Cause.PERSON, actor.userId());
            } else {
                statuses.note(comment, "erased", Cause.PERSON, "", actor.userId());
                comment.anonymise();
                comment.touch(clock.instant());
            }
        }
        return ids.size();
    }
}
