package io.masthead.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Publishes changes as part of the transaction that makes them. */
@ApplicationScoped
public class Events {

    private final TransactionSynchronizationRegistry transactions;
    private final EventStore store;
    private final EventDispatcher dispatcher;

    Events(TransactionSynchronizationRegistry transactions, EventStore store, EventDispatcher dispatcher) {
        this.transactions = transactions;
        this.store = store;
        this.dispatcher = dispatcher;
    }

    /** Consumers learn of the change after the commit, and never after a rollback. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(ContentChanged change) {
        var pending = (PendingEvents) transactions.getResource(PendingEvents.class);
        if (pending == null) {
            pending = new PendingEvents(store, dispatcher);
            transactions.putResource(PendingEvents.class, pending);
            transactions.registerInterposedSynchronization(pending);
        }
        pending.add(change);
    }
}
