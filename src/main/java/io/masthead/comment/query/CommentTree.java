package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentView;
import io.masthead.comment.thread.CommentNode;
import io.masthead.comment.thread.TreeShape;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Comments with their replies, built from rows that have been read.
 *
 * @param below the first replies to each comment, and one more if there are more, by the id of the comment they
 *     are displayed under
 * @param view a comment as the caller may see it
 */
record CommentTree(Map<Long, List<Comment>> below, TreeShape shape, Function<Comment, CommentView> view) {

    /** The comment with its replies, down to the depth of the tree. */
    CommentNode node(Comment comment) {
        return node(comment, 1);
    }

    private CommentNode node(Comment comment, int level) {
        if (level == shape.depth()) {
            return new CommentNode(view.apply(comment), null);
        }
        var query = new CommentQuery(
                CommentFilter.under(comment.id()), CommentSort.ID, false, PageRequest.first(shape.replies()));
        Page<Comment> replies = CommentListRepository.paginator(query)
                .page(below.getOrDefault(comment.id(), List.of()), Comment::id, comment::replyCount);
        return new CommentNode(view.apply(comment), replies.map(reply -> node(reply, level + 1)));
    }
}
