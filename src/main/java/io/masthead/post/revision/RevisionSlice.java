package io.masthead.post.revision;

import java.util.List;

/** Some of the revisions of a post, and how many there are of those that were wanted. */
public record RevisionSlice(List<RevisionView> items, long total) {}
