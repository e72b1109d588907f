package io.masthead.platform.slug;

/**
 * The result of a lookup by slug.
 *
 * @param current false if the slug is a former one, so that the caller should redirect
 */
public record SlugLookup<T>(T found, boolean current) {}
