package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.post.PostType;
import io.masthead.post.search.PostQuery;
import io.masthead.taxonomy.TermKind;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that only lists of posts have. */
record PostListParams(
        @QueryParam("category")
        @Parameter(
                description = "At most 50 slugs, separated by commas: posts in any of these categories, or with a"
                        + " leading '-' in none of them. Repeat the parameter up to 10 times for conditions that"
                        + " must all match.",
                example = "[\"harbour,ferries\"]")
        List<String> category,

        @QueryParam("descendants")
        @Parameter(
                description = "Whether to include posts of descendant categories.",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false", examples = "true"))
        String descendants,

        @QueryParam("tag")
        @Parameter(description = "Slugs of tags, with the syntax of 'category'.", example = "[\"-draft-idea\"]")
        List<String> tag,

        @QueryParam("sticky")
        @Parameter(
                description = "True for sticky posts only, false for others only.",
                schema = @Schema(type = SchemaType.BOOLEAN, examples = "true"))
        String sticky,

        @QueryParam("sort")
        @Parameter(
                description = PostFilterParams.SORT,
                schema = @Schema(type = SchemaType.STRING, enumeration = SORTS, examples = "title"))
        String sort) {

    private static final String SORTS = "published,created,updated,title,id";

    /**
     * @param fields custom fields and what each must equal
     */
    PostQuery toQuery(PostFilterParams shared, PagingParams paging, Map<String, String> fields) {
        var in = new ParameterReader();
        var order = shared.order(in, sort, SORTS);
        var below = in.flag("descendants", descendants);
        var terms = new ArrayList<>(TermFilters.read(in, TermKind.CATEGORY, "category", category, below));
        terms.addAll(TermFilters.read(in, TermKind.TAG, "tag", tag, below));
        var filter = shared.filter(in, PostType.POST, fields)
                .terms(terms)
                .sticky(in.bool("sticky", sticky))
                .build();
        return shared.query(in, filter, order, paging);
    }
}
