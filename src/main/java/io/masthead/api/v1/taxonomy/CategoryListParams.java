package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that only lists of categories have. */
record CategoryListParams(
        @QueryParam("slug")
        @Parameter(
                description = "Slugs, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "harbour,ferries"))
        List<String> slug,

        @QueryParam("parent")
        @Parameter(
                description = "The id of the parent category, or 'top' for categories without a parent.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = ParameterReader.ID_OR_TOP_PATTERN,
                                examples = "top"))
        String parent) {

    TermQuery toQuery(TermListParams shared, PagingParams paging) {
        var in = new ParameterReader();
        var filter = shared.filter(in, TermKind.CATEGORY, slug)
                .parent(in.idOrTop("parent", parent))
                .build();
        return shared.query(in, filter, paging);
    }
}
