package io.masthead.taxonomy;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of categories and tags. */
@ApplicationScoped
class TermEvents {

    private final Events events;

    TermEvents(Events events) {
        this.events = events;
    }

    /**
     * @param actorId null where no user did it
     */
    void publish(Term term, ChangeAction action, Long actorId) {
        var isCategory = term.kind() == TermKind.CATEGORY;
        events.publish(new ContentChanged(
                isCategory ? Subject.CATEGORY : Subject.TAG,
                term.id(),
                action,
                term.version(),
                null,
                Set.of(Tags.term(term.id()), Tags.TERMS, isCategory ? Tags.category(term.id()) : Tags.tag(term.id())),
                actorId));
    }
}
