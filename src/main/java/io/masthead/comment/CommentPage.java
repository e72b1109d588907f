package io.masthead.comment;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many the caller may see in all
 */
public record CommentPage(List<PostedComment> items, long total) {}
