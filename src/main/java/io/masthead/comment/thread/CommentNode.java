package io.masthead.comment.thread;

import io.masthead.comment.CommentView;
import io.masthead.kernel.Page;

/**
 * A comment with its replies.
 *
 * @param replies the first page of them; null if the tree ends here
 */
public record CommentNode(CommentView comment, Page<CommentNode> replies) {}
