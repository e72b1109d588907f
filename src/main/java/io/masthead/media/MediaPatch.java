package io.masthead.media;

import io.masthead.kernel.Patch;
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
public record MediaPatch(
        Patch<String> title,
        Patch<String> altText,
        Patch<String> caption,
        Patch<String> description,
        Patch<String> slug,
        Patch<Long> postId,
        Patch<Long> authorId,
        Patch<Instant> createdAt) {}
