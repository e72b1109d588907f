package io.masthead.api.v1.http;

import static io.masthead.kernel.PageRequest.MAX_OFFSET_ROWS;

import io.masthead.kernel.Cursor;
import io.masthead.kernel.Offset;
import io.masthead.kernel.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every list has. */
public record PagingParams(
        @QueryParam("limit")
        @Parameter(
                description = "The maximum number of items.",
                schema =
                        @Schema(
                                type = SchemaType.INTEGER,
                                minimum = "1",
                                maximum = "" + PageRequest.MAX_LIMIT,
                                defaultValue = "" + PageRequest.DEFAULT_LIMIT,
                                examples = "50"))
        String limit,

        @QueryParam("cursor")
        @Parameter(
                description = "The cursor of a page: 'next' or 'prev' from a response to the same query. Cannot be"
                        + " combined with 'page'.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                minLength = 1,
                                maxLength = Cursor.MAX_LENGTH,
                                examples = "cHVibGlzaGVkfDEyfG5leHQ"))
        String cursor,

        @QueryParam("page")
        @Parameter(
                description =
                        "The page number, from 1. 'page' times 'limit' is at most 10,000; use cursors for further pages.",
                schema =
                        @Schema(
                                type = SchemaType.INTEGER,
                                minimum = "1",
                                maximum = "" + MAX_OFFSET_ROWS,
                                examples = "2"))
        String page,

        @QueryParam("count")
        @Parameter(
                description =
                        "Whether to return the number of all items in 'page.total', and of pages in 'page.totalPages'.",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false", examples = "true"))
        String count,

        @QueryParam("fields")
        @Parameter(
                description = "Only these fields of each item, between commas, with dots for parts:"
                        + " id,title,author.name")
        String fields) {

    public PageRequest read(ParameterReader in) {
        return in.page(limit, cursor, page, count);
    }

    /**
     * The only page of a list in an order that has no cursors.
     *
     * @param name of the parameter that makes the list
     * @param rows how many it has at most
     */
    public PageRequest whole(ParameterReader in, String name, int rows) {
        var wanted = read(in);
        var refused = cursor != null
                ? "cursor"
                : page != null && !page.equals("1") ? "page" : limit != null && wanted.limit() < rows ? "limit" : null;
        if (refused != null) {
            in.refuse(
                    refused,
                    "conflict",
                    "Without 'sort', a list by '%s' is one page; send no '%s', or a 'sort'.".formatted(name, refused));
        }
        return new Offset(0, limit == null ? Math.max(rows, 1) : wanted.limit(), wanted.counted());
    }
}
