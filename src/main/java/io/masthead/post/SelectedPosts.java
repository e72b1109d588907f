package io.masthead.post;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param total how many the whole list has that the caller may see
 */
public record SelectedPosts(List<PostView> posts, long total) {}
