package io.masthead.platform.event;

import java.time.Instant;

/**
 * A committed change.
 *
 * @param position in the order of all events, the same for all consumers; from 1
 * @param node the node that published it
 */
public record StoredEvent(long position, Instant at, String node, ContentChanged change) {}
