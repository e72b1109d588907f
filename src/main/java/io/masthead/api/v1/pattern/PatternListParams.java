package io.masthead.api.v1.pattern;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.pattern.PatternQuery;
import io.masthead.pattern.PatternSort;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of patterns. */
record PatternListParams(
        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = SORTS,
                                defaultValue = "title",
                                examples = "-updated"))
        String sort) {

    private static final String SORTS = "title,updated,id";

    PatternQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var order = in.sort(sort, SORTS, PatternSort.TITLE, false);
        var query = new PatternQuery(order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }
}
