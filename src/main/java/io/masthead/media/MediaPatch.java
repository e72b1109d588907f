package io.masthead.media;

import io.masthead.kernel.Patch;
import java.time.Instant;

/**
 * Changes to the data on a file.
 *
 * @param slug blank to make one from the title
 * @param caption inline HTML
 * @param description HTML
 * @param postId null for no post
 * @param authorId the new owner
 * @param createdAt when it was uploaded
 */
public record MediaPatch(
        Patch<String> title,
        Patch<String> altText,
        Patch<String> caption,
        Patch<String> description,
        Patch<String> slug,
        Patch<Long> postId,
        Patch<Long> authorId,
        Patch<Instant> createdAt) {}
