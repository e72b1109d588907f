package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that only lists of categories have. */
record CategoryListParams(
        @QueryParam("slug")
        @Parameter(
                description = "Slugs between commas: any of these.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "harbour,ferries"))
        String slug,

        @QueryParam("parent")
        @Parameter(
                description =
                        "The id of a category: only those right below it. 'top': only those" + " without a parent.",
                schema = @Schema(type = SchemaType.STRING, pattern = "^(top|[1-9][0-9]{0,17})$", examples = "top"))
        String parent) {

    private static final String TOP = "top";

    TermQuery toQuery(TermListParams shared, PagingParams paging) {
        var in = new ParameterReader();
        var filter = shared.filter(in, TermKind.CATEGORY, slug)
                .parent(TOP.equals(parent) ? Long.valueOf(0) : in.idOr(TOP, "parent", parent))
                .build();
        return shared.query(in, filter, paging);
    }
}
