package io.masthead.comment.query;

import io.masthead.comment.thread.CommentNode;
import io.masthead.kernel.Page;
import io.masthead.post.PostDetails;

/**
 * A post or page with the comments on it.
 *
 * @param comments the first page of threads; null if not requested, or the caller may not read them
 */
public record CommentedPost(PostDetails details, Page<CommentNode> comments) {}
