package io.masthead.post.event;

import java.util.List;

/** What {@link PostSaved} says, of all posts that one change saves; each of them once. */
public record PostsSaved(List<PostSaved> all) {}
