package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.CmsException;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of categories and of lists of tags. */
record TermListParams(
        @QueryParam("search")
        @Parameter(
                description = "Finds those whose name contains all words, in any order. Double quotes enclose a phrase."
                        + " Case, accents and typographic characters are ignored.",
                example = "har")
        String search,

        @QueryParam("used")
        @Parameter(
                description = "Whether to list only those with published posts.",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false", examples = "true"))
        String used,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = SORTS,
                                defaultValue = "name",
                                examples = "-count"))
        String sort) {

    private static final String SORTS = "name,count,id";

    /** The filter of these parameters and the slugs. */
    TermFilter.Builder filter(ParameterReader in, TermKind kind, List<String> slug) {
        return TermFilter.of(kind)
                .search(in.wordSearch("search", search))
                .slugs(in.values("slug", slug))
                .used(in.flag("used", used));
    }

    /**
     * @throws CmsException with all that this and the filter found wrong
     */
    TermQuery query(ParameterReader in, TermFilter filter, PagingParams paging) {
        var order = in.sort(sort, SORTS, TermSort.NAME, false);
        var query = new TermQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }
}
