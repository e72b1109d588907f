package io.masthead.api.v1.post;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.IdFilter;
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

/** The parameters of lists of posts and of lists of pages. */
record PostFilterParams(
        @QueryParam("status")
        @Parameter(
                description = "Statuses, separated by commas. Those that the caller may not see are omitted.",
                explode = Explode.FALSE,
                schema =
                        @Schema(
                                implementation = PostStatus.class,
                                defaultValue = "published",
                                examples = "draft,pending"))
        List<String> status,

        @QueryParam("author")
        @Parameter(
                description =
                        "At most 50 slugs of authors, separated by commas; with a leading '-' all authors but these.",
                schema = @Schema(type = SchemaType.STRING, minLength = 1, examples = "ada-quill"))
        List<String> author,

        @QueryParam("slug")
        @Parameter(
                description = "Slugs, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "the-ferry-is-back,about"))
        List<String> slug,

        @QueryParam("ids")
        @Parameter(
                description =
                        "At most 100 ids, separated by commas; those that do not exist, or that the caller may not"
                                + " see, are omitted. Without 'sort', all are on one page, in the order of the ids.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, pattern = ParameterReader.ID_PATTERN, examples = "12,30"))
        List<String> ids,

        @QueryParam("exclude")
        @Parameter(
                description = "At most 100 ids to leave out, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, pattern = ParameterReader.ID_PATTERN, examples = "12"))
        List<String> exclude,

        @QueryParam("protected")
        @Parameter(
                description = "False leaves out those with a password, true all others.",
                schema = @Schema(type = SchemaType.BOOLEAN, examples = "false"))
        String isProtected,

        @QueryParam("search")
        @Parameter(
                description = "Finds those whose title, excerpt or text contains all words, in any order. Double quotes"
                        + " enclose a phrase, and a word after a hyphen must not occur. Frequent English words, such as 'the',"
                        + " do not count if there are others. Case, accents and typographic characters are ignored.",
                example = "ferry")
        String search,

        @QueryParam("publishedFrom")
        @Parameter(
                description = "Published at this time or later. Unpublished ones are compared by the time of creation.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String publishedFrom,

        @QueryParam("publishedUntil")
        @Parameter(
                description = "Published before this time. Unpublished ones are compared by the time of creation.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String publishedUntil,

        @QueryParam("updatedFrom")
        @Parameter(
                description = "Updated at this time or later.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String updatedFrom,

        @QueryParam("updatedUntil")
        @Parameter(
                description = "Updated before this time.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String updatedUntil,

        @QueryParam("include")
        @Parameter(
                description = "Additional fields to return, separated by commas. The featured media is always there.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, enumeration = INCLUDES, examples = "content"))
        List<String> include) {

    /** It has no default value in the document, since that depends on other parameters. */
    static final String SORT = "The sort key; a leading '-' reverses the order. By default that of 'ids', '-updated'"
            + " with 'updatedFrom' or 'updatedUntil', or '-published'.";

    private static final String INCLUDES = "content,featuredMedia,formerSlugs";

    /**
     * What these narrow a list to.
     *
     * @param fields custom fields and what each must equal
     */
    PostFilter.Builder filter(ParameterReader in, PostType type, Map<String, String> fields) {
        return PostFilter.of(type)
                .statuses(
                        status == null || status.isEmpty()
                                ? List.of(PostStatus.PUBLISHED)
                                : in.words(PostStatus.class, "status", status))
                .ids(new IdFilter(in.ids("ids", ids), in.ids("exclude", exclude)))
                .isProtected(in.bool("protected", isProtected))
                .authors(TermFilters.authors(in, author))
                .slugs(SlugFilter.any(in.values("slug", slug)))
                .search(in.search("search", search))
                .published(new TimeRange(
                        in.time("publishedFrom", publishedFrom), in.time("publishedUntil", publishedUntil)))
                .updated(new TimeRange(in.time("updatedFrom", updatedFrom), in.time("updatedUntil", updatedUntil)))
                .fields(fields);
    }

    /** Whether the list shows former slugs; for a list whose parameters have been checked. */
    boolean includesFormerSlugs() {
        return new ParameterReader().words("include", include, INCLUDES).contains("formerSlugs");
    }

    /** The requested order, or else the order of the filter. */
    ParameterReader.Sort<PostSort> order(ParameterReader in, String sort, String sorts) {
        if (sort == null && ids != null && !ids.isEmpty()) {
            return new ParameterReader.Sort<>(PostSort.LISTED_IDS, false);
        }
        var usual = updatedFrom == null && updatedUntil == null ? PostSort.PUBLISHED : PostSort.UPDATED;
        return in.sort(sort, sorts, usual, true);
    }

    /**
     * @throws CmsException with all that this and the filter found wrong
     */
    PostQuery query(ParameterReader in, PostFilter filter, ParameterReader.Sort<PostSort> order, PagingParams paging) {
        var included = in.words("include", include, INCLUDES);
        var page = order.key() == PostSort.LISTED_IDS
                ? paging.whole(in, "ids", filter.ids().any().size())
                : paging.read(in);
        var query = new PostQuery(filter, order.key(), order.descending(), page, included.contains("content"))
                .withPictures();
        in.throwIfAny();
        return query;
    }
}
