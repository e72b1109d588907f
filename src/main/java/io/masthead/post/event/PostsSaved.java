package io.masthead.post.event;

import java.util.List;

/** All {@link PostSaved} of one change; each post once. */
public record PostsSaved(List<PostSaved> all) {}
