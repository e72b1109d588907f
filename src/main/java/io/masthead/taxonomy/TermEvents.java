package io.masthead.taxonomy;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Publishes changes of categories and tags. */
@ApplicationScoped
class TermEvents {

    private final Events events;

    TermEvents(Events events) {
        this.events = events;
    }

    void publish(Term term, ChangeAction action, Long actorId) {
        publish(term, List.of(), action, actorId);
    }

    /**
     * @param below the categories whose URL contains this one
     * @param actorId null if no user made the change
     */
    void publish(Term term, List<Long> below, ChangeAction action, Long actorId) {
        var isCategory = term.kind() == TermKind.CATEGORY;
        var tags = below.stream().map(Tags::term).collect(Collectors.toCollection(TreeSet::new));
        tags.add(Tags.term(term.id()));
        tags.add(Tags.TERMS);
        tags.add(isCategory ? Tags.category(term.id()) : Tags.tag(term.id()));
        events.publish(new ContentChanged(
                isCategory ? Subject.CATEGORY : Subject.TAG, term.id(), action, term.version(), null, tags, actorId));
    }
}
