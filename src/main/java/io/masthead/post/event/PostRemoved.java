package io.masthead.post.event;

/**
 * A post or page is about to be deleted for good, with all that belongs to it. Told in the
 * transaction that deletes it.
 */
public record PostRemoved(long id) {}
