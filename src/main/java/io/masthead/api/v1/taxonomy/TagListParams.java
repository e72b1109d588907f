package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of tags. */
record TagListParams(
        @QueryParam("search")
        @Parameter(
                description = "Words that the name contains: all of them, in any"
                        + " order. Words between double quotes stand together. Case,"
                        + " accents and typographic signs do not count.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200, examples = "har"))
        String search,

        @QueryParam("slug")
        @Parameter(
                description = "Slugs between commas: any of these.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "weather,tides"))
        String slug,

        @QueryParam("used")
        @Parameter(
                description = "Whether to list only those that a published post carries.",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false", examples = "true"))
        String used,

        @QueryParam("sort")
        @Parameter(
                description = "The order; '-' stands for the reverse one.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"name", "-name", "count", "-count", "id", "-id"},
                                defaultValue = "name",
                                examples = "-count"))
        String sort) {

    TermQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var filter = TermFilter.of(TermKind.TAG)
                .search(in.wordSearch("search", search))
                .slugs(in.values("slug", slug))
                .used(in.flag("used", used))
                .build();
        return TermQueries.read(in, filter, sort, paging);
    }
}
