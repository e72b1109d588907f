package io.masthead.comment.thread;

import io.masthead.comment.CommentView;
import io.masthead.kernel.Page;

/**
 * A comment with what stands under it.
 *
 * @param replies the first of them, and the way on; null where the tree ends here
 */
public record CommentNode(CommentView comment, Page<CommentNode> replies) {}
