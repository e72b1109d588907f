package io.masthead.post.event;

/**
 * A post or page is about to be deleted permanently, with all that belongs to it. Fired in the deleting
 * transaction.
 */
public record PostRemoved(long id) {}
