package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.IdFilter;
import io.masthead.post.PostType;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that only lists of pages have. */
record PageListParams(
        @QueryParam("parent")
        @Parameter(
                description = "The id of the page above, or 'top' for those without one.",
                schema = @Schema(type = SchemaType.STRING, pattern = "^(top|[1-9][0-9]{0,17})$", examples = "top"))
        String parent,

        @QueryParam("sort")
        @Parameter(
                description = "The order; '-' stands for the reverse one, such as the newest" + " first.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {
                                    "published",
                                    "-published",
                                    "created",
                                    "-created",
                                    "updated",
                                    "-updated",
                                    "title",
                                    "-title",
                                    "menuOrder",
                                    "-menuOrder",
                                    "id",
                                    "-id"
                                },
                                defaultValue = "-published",
                                examples = "menuOrder"))
        String sort) {

    private static final List<PostSort> SORTS = List.of(
            PostSort.PUBLISHED, PostSort.CREATED, PostSort.UPDATED, PostSort.TITLE, PostSort.MENU_ORDER, PostSort.ID);

    /**
     * @param fields custom fields and what each must equal
     */
    PostQuery toQuery(PostFilterParams shared, PagingParams paging, Map<String, String> fields) {
        var in = new ParameterReader();
        var order = shared.order(in, sort, SORTS);
        var filter =
                shared.filter(in, PostType.PAGE, fields).parents(parents(in)).build();
        return shared.query(in, filter, order, paging);
    }

    private IdFilter parents(ParameterReader in) {
        if (parent == null) {
            return IdFilter.ALL;
        }
        var id = "top".equals(parent) ? Long.valueOf(PostFilter.TOP) : in.id("parent", parent);
        return id == null ? IdFilter.ALL : IdFilter.any(List.of(id));
    }
}
