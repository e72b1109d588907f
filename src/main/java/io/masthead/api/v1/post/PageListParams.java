package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.IdFilter;
import io.masthead.post.PostType;
import io.masthead.post.search.PostQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that only lists of pages have. */
record PageListParams(
        @QueryParam("parent")
        @Parameter(
                description = "The id of the parent page, or 'top' for pages without a parent.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                pattern = ParameterReader.ID_OR_TOP_PATTERN,
                                examples = "top"))
        String parent,

        @QueryParam("sort")
        @Parameter(
                description = PostFilterParams.SORT,
                schema = @Schema(type = SchemaType.STRING, enumeration = SORTS, examples = "menuOrder"))
        String sort) {

    private static final String SORTS = "published,created,updated,title,menuOrder,id";

    /**
     * @param fields custom fields and what each must equal
     */
    PostQuery toQuery(PostFilterParams shared, PagingParams paging, Map<String, String> fields) {
        var in = new ParameterReader();
        var order = shared.order(in, sort, SORTS);
        var filter = shared.filter(in, PostType.PAGE, fields)
                .parents(IdFilter.of(in.idOrTop("parent", parent)))
                .build();
        return shared.query(in, filter, order, paging);
    }
}
