package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.CmsException;
import io.masthead.post.PostStatus;
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

/** The parameters that lists of posts and lists of pages have alike. */
record PostFilterParams(
        @QueryParam("status")
        @Parameter(
                description = "Any of these, between commas. What the caller may not see is left" + " out.",
                explode = Explode.FALSE,
                schema =
                        @Schema(
                                implementation = PostStatus.class,
                                defaultValue = "published",
                                examples = "draft,pending"))
        String status,

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
                example = "ferry")
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

        @QueryParam("include")
        @Parameter(
                description = "What else to show, between commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, enumeration = INCLUDES, examples = "content"))
        String include) {

    private static final String INCLUDES = "content,featuredMedia";

    /**
     * What these narrow a list to.
     *
     * @param fields custom fields and what each must equal
     */
    PostFilter.Builder filter(ParameterReader in, PostType type, Map<String, String> fields) {
        return PostFilter.of(type)
                .statuses(status == null ? List.of(PostStatus.PUBLISHED) : in.words(PostStatus.class, "status", status))
                .authors(TermFilters.authors(in, author))
                .slugs(SlugFilter.any(in.values("slug", slug)))
                .search(in.search("search", search))
                .published(new TimeRange(
                        in.time("publishedFrom", publishedFrom), in.time("publishedUntil", publishedUntil)))
                .updated(new TimeRange(in.time("updatedFrom", updatedFrom), in.time("updatedUntil", updatedUntil)))
                .fields(fields);
    }

    /** The order that is asked for, or that of what the list is narrowed by. */
    ParameterReader.Sort<PostSort> order(ParameterReader in, String sort, String sorts) {
        var usual = updatedFrom == null && updatedUntil == null ? PostSort.PUBLISHED : PostSort.UPDATED;
        return in.sort(sort, sorts, usual, true);
    }

    /**
     * @throws CmsException with all that this and the filter found wrong
     */
    PostQuery query(ParameterReader in, PostFilter filter, ParameterReader.Sort<PostSort> order, PagingParams paging) {
        var included = in.words("include", include, INCLUDES);
        var query =
                new PostQuery(filter, order.key(), order.descending(), paging.read(in), included.contains("content"));
        in.throwIfAny();
        return query;
    }

    boolean includesMedia() {
        return include != null && include.contains("featuredMedia");
    }
}
