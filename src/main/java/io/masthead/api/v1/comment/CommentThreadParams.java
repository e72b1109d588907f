package io.masthead.api.v1.comment;

import static io.masthead.comment.thread.TreeShape.MAX_DEPTH;
import static io.masthead.comment.thread.TreeShape.MAX_REPLIES;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.comment.CommentType;
import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQuery;
import io.masthead.comment.query.CommentSort;
import io.masthead.comment.thread.TreeShape;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of comments on a post or page, flat or as a tree. */
record CommentThreadParams(
        @QueryParam("view")
        @Parameter(
                description = "'flat' lists single comments; 'tree' lists threads with the first 'replies' of each"
                        + " comment, down to 'depth' levels.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = VIEWS,
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
                description = "The number of replies that a tree shows below each comment; 5 by default. 'replies.next'"
                        + " is the cursor of further replies. A page with 'limit' threads of 'depth' levels may"
                        + " have at most 2,000 comments.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_REPLIES, examples = "3"))
        String replies,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order. 'thread', for flat lists only, puts each"
                        + " comment before its replies. Replies in a tree are sorted by time.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = IN_LISTS,
                                defaultValue = "created",
                                examples = "-created"))
        String sort,

        @QueryParam("type")
        @Parameter(
                description = "The type of comment.",
                schema = @Schema(implementation = CommentType.class, defaultValue = "comment", examples = "pingback"))
        String type) {

    static final String VIEWS = "flat," + CommentThreadParams.TREE;

    private static final String TREE = "tree";

    /** Sort keys. */
    private static final String IN_TREES = "created,replies";

    private static final String IN_LISTS = IN_TREES + ",thread";

    boolean isTree() {
        return TREE.equals(view);
    }

    CommentQuery onPost(long postId, PagingParams paging) {
        var in = new ParameterReader();
        readView(in);
        var kinds = type == null ? List.of(CommentType.COMMENT) : in.words(CommentType.class, "type", type);
        if (kinds.size() > 1) {
            in.refuse("type", "not_in_enum", "'type' must be a single type.");
        }
        var order = in.sort(sort, isTree() ? IN_TREES : IN_LISTS, CommentSort.CREATED, false);
        var page = paging.read(in);
        in.throwIfAny();
        return new CommentQuery(
                CommentFilter.onPost(postId, kinds.get(0), isTree()), order.key(), order.descending(), page);
    }

    TreeShape shape(int threads) {
        var in = new ParameterReader();
        var shape = new TreeShape(
                in.integer("depth", depth, 1, MAX_DEPTH, TreeShape.DEFAULT.depth()),
                in.integer("replies", replies, 1, MAX_REPLIES, TreeShape.DEFAULT.replies()));
        in.throwIfAny();
        if (!shape.fits(threads)) {
            in.refuse(
                    "replies",
                    "too_many",
                    "'limit', 'depth' and 'replies' together may select at most %d comments."
                            .formatted(TreeShape.MAX_COMMENTS));
        }
        in.throwIfAny();
        return shape;
    }

    private void readView(ParameterReader in) {
        if (view != null && !List.of(VIEWS.split(",")).contains(view)) {
            in.refuse("view", "not_in_enum", "'view' must be one of " + VIEWS.replace(",", ", ") + ".");
        }
        if (!isTree() && (depth != null || replies != null)) {
            in.refuse(depth != null ? "depth" : "replies", "conflict", "'depth' and 'replies' require view=tree.");
        }
    }
}
