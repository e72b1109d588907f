package io.masthead.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Publishes changes in the transaction that makes them: both are stored, or neither is. */
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

    /** After the commit every consumer learns of the change; after a rollback nobody does. */
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
