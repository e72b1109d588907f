package io.masthead.platform.event;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/** The events of one transaction: written in one batch before its commit, and delivered after it. */
class PendingEvents implements Synchronization {

    private final List<ContentChanged> changes = new ArrayList<>();
    private final EventStore store;
    private final EventDispatcher dispatcher;
    private int written;

    PendingEvents(EventStore store, EventDispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    void add(ContentChanged change) {
        changes.add(change);
    }

    @Override
    public void beforeCompletion() {
        store.append(changes.subList(written, changes.size()));
        written = changes.size();
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            dispatcher.committed(changes);
        }
    }
}
