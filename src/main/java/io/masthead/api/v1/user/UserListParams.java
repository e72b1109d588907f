package io.masthead.api.v1.user;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.user.UserFilter;
import io.masthead.user.UserQuery;
import io.masthead.user.UserSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of users; none reveals account data. */
record UserListParams(
        @QueryParam("search")
        @Parameter(
                description = "Finds users whose name or slug contains all words, in any order. Double quotes enclose a"
                        + " phrase. Case, accents and typographic characters are ignored.",
                example = "quill")
        String search,

        @QueryParam("slug")
        @Parameter(
                description = "Slugs, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "ada-quill"))
        List<String> slug,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(type = SchemaType.STRING, enumeration = SORTS, defaultValue = "name", examples = "-id"))
        String sort) {

    private static final String SORTS = "name,id";

    UserQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var order = in.sort(sort, SORTS, UserSort.NAME, false);
        var filter = UserFilter.builder()
                .search(in.wordSearch("search", search))
                .slugs(in.values("slug", slug))
                .build();
        var query = new UserQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }
}
