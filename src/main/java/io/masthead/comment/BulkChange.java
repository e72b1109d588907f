package io.masthead.comment;

/**
 * What a change of many comments did.
 *
 * @param changed how many had another status before
 * @param more whether there are more
 */
public record BulkChange(int changed, boolean more) {}
