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

/** The parameter that only lists of tags have. */
record TagListParams(
        @QueryParam("slug")
        @Parameter(
                description = "Slugs, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "weather,tides"))
        List<String> slug) {

    TermQuery toQuery(TermListParams shared, PagingParams paging) {
        var in = new ParameterReader();
        return shared.query(in, shared.filter(in, TermKind.TAG, slug).build(), paging);
    }
}
