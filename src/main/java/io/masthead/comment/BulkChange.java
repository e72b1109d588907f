package io.masthead.comment;

/**
 * The result of changing the status of many comments.
 *
 * @param changed how many had another status before
 * @param more whether there are more
 */
public record BulkChange(int changed, boolean more) {}
