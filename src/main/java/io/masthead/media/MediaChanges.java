package io.masthead.media;

import io.masthead.kernel.Change;

/**
 * What is to become of what is said of a file.
 *
 * @param caption inline HTML
 * @param description HTML
 * @param postId null where it belongs to no post
 */
public record MediaChanges(
        Change<String> title,
        Change<String> altText,
        Change<String> caption,
        Change<String> description,
        Change<Long> postId) {}
