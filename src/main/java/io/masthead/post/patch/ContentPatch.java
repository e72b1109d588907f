package io.masthead.post.patch;

import io.masthead.kernel.Patch;
import io.masthead.text.ContentFormat;

/**
 * Changes to the content of a post: the part of {@link PostPatch} that revisions keep.
 *
 * @param excerpt null derives it from the text
 */
public record ContentPatch(
        Patch<String> title, Patch<String> source, Patch<ContentFormat> contentFormat, Patch<String> excerpt) {}
