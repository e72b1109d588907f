package io.masthead.platform.event;

/**
 * Learns of every change on every node, at least once: on the node that made it right after the
 * commit and before the answer, on the others within a second. For what a node keeps in memory.
 * Implementations are CDI beans.
 */
public interface NodeListener {

    /** Must be quick, and is called by many threads. */
    void changed(ContentChanged change);
}
