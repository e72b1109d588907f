package io.masthead.platform.slug;

/**
 * The owner of a slug.
 *
 * @param current false if it is a former slug of the owner
 */
public record SlugOwner(long ownerId, boolean current) {}
