package io.masthead.media;

import io.masthead.kernel.Change;
import java.time.Instant;

/**
 * What is to become of what is said of a file.
 *
 * @param slug blank for one that is made of the title
 * @param caption inline HTML
 * @param description HTML
 * @param postId null where it belongs to no post
 * @param authorId whose it is from now on
 * @param createdAt when it was uploaded
 */
public record MediaChanges(
        Change<String> title,
        Change<String> altText,
        Change<String> caption,
        Change<String> description,
        Change<String> slug,
        Change<Long> postId,
        Change<Long> authorId,
        Change<Instant> createdAt) {}
