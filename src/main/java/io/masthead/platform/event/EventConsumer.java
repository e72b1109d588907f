package io.masthead.platform.event;

import java.util.List;

/**
 * Receives every change once, on one node, in order of position. Implementations are CDI beans. A new consumer
 * receives what is published after its first start.
 */
public interface EventConsumer {

    /** The key of its offset in the database; at most 50 characters, and never changed. */
    String name();

    /**
     * Whether it receives events. If it is turned on later, it also receives older ones that are still stored.
     */
    default boolean isOn() {
        return true;
    }

    /**
     * Handles the next events in the transaction that also stores the offset. If it throws, the same events are
     * delivered again later, so side effects outside the database must be idempotent.
     */
    void consume(List<StoredEvent> events);
}
