package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.query.CommentFilter;
import io.masthead.comment.query.CommentQuery;
import io.masthead.comment.query.CommentSort;
import io.masthead.kernel.IdFilter;
import io.masthead.post.search.TimeRange;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of comments across posts. */
record CommentListParams(
        @QueryParam("status")
        @Parameter(
                description = "Statuses, separated by commas; only moderators can use others than 'approved'.",
                explode = Explode.FALSE,
                schema = @Schema(implementation = CommentStatus.class, defaultValue = "approved", examples = "pending"))
        List<String> status,

        @QueryParam("type")
        @Parameter(
                description = "The type of comment; all types by default.",
                schema = @Schema(implementation = CommentType.class, examples = "comment"))
        String type,

        @QueryParam("post")
        @Parameter(
                description = "The id of a post or page.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "12"))
        String post,

        @QueryParam("author")
        @Parameter(
                description = "The id of the author.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "2"))
        String author,

        @QueryParam("email")
        @Parameter(description = "The author's e-mail address; moderators only.", example = "ada@example.org")
        String email,

        @QueryParam("address")
        @Parameter(description = "The client's network address; moderators only.", example = "192.0.2.7")
        String address,

        @QueryParam("search")
        @Parameter(
                description = "Finds comments whose text or author name, for moderators also the author's e-mail"
                        + " address, contains all words, in any order. Double quotes enclose a phrase. Case,"
                        + " accents and typographic characters are ignored.",
                example = "ferry")
        String search,

        @QueryParam("createdFrom")
        @Parameter(
                description = "Written at this time or later.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String createdFrom,

        @QueryParam("createdUntil")
        @Parameter(
                description = "Written before this time.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String createdUntil,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = SORTS,
                                defaultValue = "-created",
                                examples = "created"))
        String sort) {

    private static final String SORTS = "created,id";

    CommentQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var order = in.sort(sort, SORTS, CommentSort.CREATED, true);
        var filter = filter(in);
        var query = new CommentQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }

    /** The filter without the order. */
    CommentFilter toFilter() {
        var in = new ParameterReader();
        in.sort(sort, SORTS, CommentSort.CREATED, true);
        var filter = filter(in);
        in.throwIfAny();
        return filter;
    }

    private CommentFilter filter(ParameterReader in) {
        var statuses = in.words(CommentStatus.class, "status", status);
        var kinds = in.words(CommentType.class, "type", type);
        if (kinds.size() > 1) {
            in.refuse("type", "not_in_enum", "'type' must be a single type.");
        }
        return CommentFilter.of(
                CommentFilter.Place.onPost(in.id("post", post)),
                new CommentFilter.Author(
                        IdFilter.of(in.id("author", author)), in.text("email", email), in.text("address", address)),
                kinds,
                statuses,
                in.wordSearch("search", search),
                new TimeRange(in.time("createdFrom", createdFrom), in.time("createdUntil", createdUntil)));
    }
}
