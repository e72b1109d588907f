package io.masthead.api.v1.comment;

import static io.masthead.comment.thread.TreeShape.MAX_DEPTH;
import static io.masthead.comment.thread.TreeShape.MAX_REPLIES;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQuery;
import io.masthead.comment.query.CommentSort;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of replies, flat or as a tree, sorted by time. */
record ReplyParams(
        @QueryParam("view")
        @Parameter(
                description = "'flat' or 'tree', as in the list of comments on a post.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = CommentThreadParams.VIEWS,
                                defaultValue = "flat",
                                examples = "tree"))
        String view,

        @QueryParam("depth")
        @Parameter(
                description = "The number of levels that a tree shows; 3 by default.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_DEPTH, examples = "2"))
        String depth,

        @QueryParam("replies")
        @Parameter(
                description = "The number of replies that a tree shows below each comment; 5 by default.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_REPLIES, examples = "3"))
        String replies) {

    CommentThreadParams thread() {
        return new CommentThreadParams(view, depth, replies, null, null);
    }

    CommentQuery under(long commentId, PagingParams paging) {
        var page = thread().onPost(commentId, paging).page();
        return new CommentQuery(CommentFilter.under(commentId), CommentSort.ID, false, page);
    }
}
