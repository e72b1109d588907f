package io.masthead.platform.slug;

/**
 * What an address leads to.
 *
 * @param current false where the owner has been renamed since
 */
public record SlugOwner(long ownerId, boolean current) {}
