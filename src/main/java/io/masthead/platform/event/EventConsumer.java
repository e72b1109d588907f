package io.masthead.platform.event;

import java.util.List;

/**
 * Learns of every change once, on one node, in the order of the positions. Implementations are CDI
 * beans. A new one learns of what is published from its first start on.
 */
public interface EventConsumer {

    /** Names its place in the database; at most 50 characters, and never changed. */
    String name();

    /**
     * Takes the next events, in a transaction that also keeps the place: either both are stored or
     * neither is. If it throws, the same events are delivered again later, so that what it does
     * outside of the database must do no harm twice.
     */
    void consume(List<StoredEvent> events);
}
