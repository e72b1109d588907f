package io.masthead.platform.event;

/**
 * Receives every change on every node, at least once: on the node that made it after the commit and before the
 * response, on others within a second. Meant for caches in memory. Implementations are CDI beans.
 */
public interface NodeListener {

    /** Must be quick; it is called by many threads. */
    void changed(ContentChanged change);

    /**
     * Whether it holds results that were made from what other listeners hold, and so must be informed after them:
     * otherwise a result could be made anew from their old data.
     */
    default boolean isDerived() {
        return false;
    }
}
