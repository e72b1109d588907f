package io.masthead.platform.slug;

/**
 * What was looked up by its address.
 *
 * @param current false if the address is a former one, so that the caller goes on to the new one
 */
public record SlugLookup<T>(T found, boolean current) {}
