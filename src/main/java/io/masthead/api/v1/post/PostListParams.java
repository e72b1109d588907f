package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.post.PostType;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.post.search.SlugFilter;
import io.masthead.post.search.TimeRange;
import io.masthead.taxonomy.TermKind;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of posts. */
record PostListParams(
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

        @QueryParam("category")
        @Parameter(
                description = "Slugs between commas, at most 50: any of these; with '-' before"
                        + " the first, none of them. Repeat the parameter, up to 10"
                        + " times, for conditions that must all hold.",
                example = "[\"harbour,ferries\"]")
        List<String> category,

        @QueryParam("descendants")
        @Parameter(
                description = "Whether a category stands for those below it too.",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false", examples = "true"))
        String descendants,

        @QueryParam("tag") @Parameter(description = "As 'category', for tags.", example = "[\"-draft-idea\"]")
        List<String> tag,

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

        @QueryParam("sticky")
        @Parameter(
                description = "Only sticky ones, or only others.",
                schema = @Schema(type = SchemaType.BOOLEAN, examples = "true"))
        String sticky,

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
                                    "id",
                                    "-id"
                                },
                                defaultValue = "-published",
                                examples = "title"))
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

    private static final List<PostSort> SORTS =
            List.of(PostSort.PUBLISHED, PostSort.CREATED, PostSort.UPDATED, PostSort.TITLE, PostSort.ID);

    /**
     * @param fields custom fields and what each must equal
     */
    PostQuery toQuery(PagingParams paging, Map<String, String> fields) {
        var in = new ParameterReader();
        var updated = new TimeRange(in.time("updatedFrom", updatedFrom), in.time("updatedUntil", updatedUntil));
        var usual = updated.isBounded() ? PostSort.UPDATED : PostSort.PUBLISHED;
        var order = in.sort(sort, SORTS, usual, true);
        var below = in.flag("descendants", descendants);
        var terms = new ArrayList<>(TermFilters.read(in, TermKind.CATEGORY, "category", category, below));
        terms.addAll(TermFilters.read(in, TermKind.TAG, "tag", tag, below));
        var filter = PostFilter.of(PostType.POST)
                .statuses(PostStatuses.read(in, status))
                .terms(terms)
                .authors(TermFilters.authors(in, author))
                .slugs(SlugFilter.any(in.values("slug", slug)))
                .search(in.search("search", search))
                .published(new TimeRange(
                        in.time("publishedFrom", publishedFrom), in.time("publishedUntil", publishedUntil)))
                .updated(updated)
                .sticky(in.bool("sticky", sticky))
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

    boolean includesMedia() {
        return include != null && include.contains("featuredMedia");
    }

    private List<String> includes(ParameterReader in) {
        return Includes.read(in, include, List.of("content", "featuredMedia"));
    }
}
