package io.masthead.post;

import io.masthead.kernel.Change;
import io.masthead.text.ContentFormat;

/**
 * What is to become of what a post says: the part of {@link PostChanges} that revisions keep.
 *
 * @param excerpt null derives it from the text
 */
public record ContentChanges(
        Change<String> title, Change<String> source, Change<ContentFormat> contentFormat, Change<String> excerpt) {}
