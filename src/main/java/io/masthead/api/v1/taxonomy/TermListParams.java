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
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
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

        @QueryParam("include")
        @Parameter(
                description = "Additional fields to return.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, enumeration = INCLUDES, examples = INCLUDES))
        List<String> include,

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
    private static final String INCLUDES = "formerSlugs";

    /** Whether the list shows former slugs; for a list whose parameters have been checked. */
    boolean includesFormerSlugs() {
        return include != null && !include.isEmpty();
    }

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
        in.words("include", include, INCLUDES);
        var query = new TermQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }
}
