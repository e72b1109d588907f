package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.IdFilter;
import io.masthead.post.PostType;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.post.search.SlugFilter;
import io.masthead.post.search.TimeRange;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of pages. */
record PageListParams(
        @QueryParam("status")
        @Parameter(
                description = "Any of these, between commas. What the caller may not see is left" + " out.",
                explode = Explode.FALSE,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"draft", "pending", "scheduled", "published", "private", "trashed"},
                                defaultValue = "published",
                                examples = "draft,pending"))
        String status,

        @QueryParam("parent")
        @Parameter(
                description = "The id of the page above, or 'top' for those without one.",
                schema = @Schema(type = SchemaType.STRING, pattern = "^(top|[1-9][0-9]{0,17})$", examples = "top"))
        String parent,

        @QueryParam("author")
        @Parameter(
                description = "Slugs of authors between commas, at most 50: any of these; with"
                        + " '-' before the first, none of them.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, examples = "ada-quill"))
        String author,

        @QueryParam("slug")
        @Parameter(
                description = "Slugs between commas: any of these.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "the-ferry-is-back,about"))
        String slug,

        @QueryParam("search")
        @Parameter(
                description = "Words that title, excerpt or body contain: all of them, in any"
                        + " order. Words between double quotes stand together. Case,"
                        + " accents and typographic signs do not count.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200, examples = "ferry"))
        String search,

        @QueryParam("publishedFrom")
        @Parameter(
                description = "Published (or else created) at this time or later.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String publishedFrom,

        @QueryParam("publishedUntil")
        @Parameter(
                description = "Published (or else created) before this time.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String publishedUntil,

        @QueryParam("updatedFrom")
        @Parameter(
                description =
                        "Updated at this time or later. Without 'sort', the list is then in" + " the order of updates.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String updatedFrom,

        @QueryParam("updatedUntil")
        @Parameter(
                description = "Updated before this time.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String updatedUntil,

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
        String sort,

        @QueryParam("include")
        @Parameter(
                description = "What else to show, between commas.",
                explode = Explode.FALSE,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"content", "featuredMedia"},
                                examples = "content"))
        String include) {

    private static final List<PostSort> SORTS = List.of(
            PostSort.PUBLISHED, PostSort.CREATED, PostSort.UPDATED, PostSort.TITLE, PostSort.MENU_ORDER, PostSort.ID);

    /**
     * @param fields custom fields and what each must equal
     */
    PostQuery toQuery(PagingParams paging, Map<String, String> fields) {
        var in = new ParameterReader();
        var updated = new TimeRange(in.time("updatedFrom", updatedFrom), in.time("updatedUntil", updatedUntil));
        var usual = updated.isBounded() ? PostSort.UPDATED : PostSort.PUBLISHED;
        var order = in.sort(sort, SORTS, usual, true);
        var filter = PostFilter.of(PostType.PAGE)
                .statuses(PostStatuses.read(in, status))
                .authors(TermFilters.authors(in, author))
                .parents(parents(in))
                .slugs(SlugFilter.any(in.values("slug", slug)))
                .search(in.search("search", search))
                .published(new TimeRange(
                        in.time("publishedFrom", publishedFrom), in.time("publishedUntil", publishedUntil)))
                .updated(updated)
                .fields(fields)
                .build();
        var query = new PostQuery(
                filter,
                order.key(),
                order.descending(),
                paging.read(in),
                includes(in).contains("content"));
        in.throwIfAny();
        return query;
    }

    private IdFilter parents(ParameterReader in) {
        if (parent == null) {
            return IdFilter.ALL;
        }
        var id = "top".equals(parent) ? Long.valueOf(PostFilter.TOP) : in.id("parent", parent);
        return id == null ? IdFilter.ALL : IdFilter.any(List.of(id));
    }

    boolean includesMedia() {
        return include != null && include.contains("featuredMedia");
    }

    private List<String> includes(ParameterReader in) {
        return Includes.read(in, include, List.of("content", "featuredMedia"));
    }
}
