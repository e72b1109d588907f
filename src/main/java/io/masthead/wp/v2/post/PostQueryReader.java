package io.masthead.wp.v2.post;

import io.masthead.kernel.IdFilter;
import io.masthead.kernel.Offset;
import io.masthead.post.PostStatus;
import io.masthead.post.search.AuthorFilter;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.post.search.SlugFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.post.search.TermFilter.Match;
import io.masthead.post.search.TimeRange;
import io.masthead.taxonomy.TermKind;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.ListOrder;
import io.masthead.wp.v2.SearchWords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says to the core which page of which list a request asks for. */
final class PostQueryReader {

    private final PostKind kind;
    private final WpRequest request;
    private final ZoneId zone;

    /**
     * @param zone of dates without an offset
     */
    PostQueryReader(PostKind kind, WpRequest request, ZoneId zone) {
        this.kind = kind;
        this.request = request;
        this.zone = zone;
    }

    /**
     * @throws WpException for an order that needs what was not sent
     */
    PostQuery read() {
        var filter = filter();
        var sort = sort();
        int perPage = request.number("per_page").intValue();
        long page = request.number("page");
        return new PostQuery(
                filter,
                sort,
                "desc".equals(request.text("order")),
                stickyFirst(filter),
                new Offset(Paged.skipped(request.number("offset"), page, perPage), perPage, true),
                needsBody(),
                PostShapes.showsPictures(request.context(), request));
    }

    private boolean needsBody() {
        return (request.includesField("content") && !request.context().equals("embed"))
                || request.includesField("excerpt");
    }

    private PostFilter filter() {
        var include = request.ids("include");
        var filter = PostFilter.of(kind.type())
                .statuses(statuses())
                .editable(request.context().equals("edit"))
                .ids(new IdFilter(include, include.isEmpty() ? request.ids("exclude") : List.of()))
                .authors(AuthorFilter.ofIds(request.ids("author"), request.ids("author_exclude")))
                .slugs(new SlugFilter(slugs(), true))
                .anyTerm("OR".equals(request.text("tax_relation")))
                .search(SearchWords.parse(
                        request.text("search"), request.strings("search_columns"), request.has("search_semantics")))
                .published(new TimeRange(after("after"), time("before")))
                .updated(new TimeRange(after("modified_after"), time("modified_before")));
        return kind.isPosts()
                ? filter.terms(terms())
                        .sticky(request.bool("sticky"))
                        .formats(request.strings("format").stream()
                                .map(PostWords::format)
                                .toList())
                        .build()
                : filter.parents(new IdFilter(request.ids("parent"), request.ids("parent_exclude")))
                        .menuOrder(request.has("menu_order") ? menuOrder() : null)
                        .build();
    }

    /** A number that no page has stands for all that are larger than any has. */
    private Integer menuOrder() {
        long order = request.number("menu_order");
        return order == (int) order ? (int) order : Integer.MIN_VALUE;
    }

    private List<PostStatus> statuses() {
        var words = request.strings("status");
        if (words.isEmpty()) {
            return List.of(PostStatus.PUBLISHED);
        }
        if (words.contains("any")) {
            return List.of(
                    PostStatus.PUBLISHED,
                    PostStatus.SCHEDULED,
                    PostStatus.DRAFT,
                    PostStatus.PENDING,
                    PostStatus.PRIVATE);
        }
        return words.stream()
                .flatMap(word -> PostWords.status(word).stream())
                .distinct()
                .toList();
    }

    /** In letters or percent-encoded, as links show them. */
    private List<String> slugs() {
        return request.strings("slug").stream()
                .map(slug -> decoded(slug).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String decoded(String slug) {
        if (slug.indexOf('%') < 0) {
            return slug;
        }
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace("\0", "");
        } catch (IllegalArgumentException e) {
            return slug;
        }
    }

    private List<TermFilter> terms() {
        var terms = new ArrayList<TermFilter>();
        addTerms(terms, TermKind.CATEGORY, "categories");
        addTerms(terms, TermKind.TAG, "tags");
        return terms;
    }

    private void addTerms(List<TermFilter> terms, TermKind kind, String name) {
        addTerms(terms, kind, request.parameters().get(name), Match.ANY);
        if (terms.stream().anyMatch(PostQueryReader::costsTooMuch)) {
            throw WpException.parameter(
                    name,
                    new ParameterFault(
                            "rest_too_many_items",
                            "%s must contain at most %d items where a post is to be below all."
                                    .formatted(name, TermFilter.MAX_ALL_WITH_DESCENDANTS),
                            null));
        }
        addTerms(terms, kind, request.parameters().get(name + "_exclude"), Match.NONE);
    }

    private static boolean costsTooMuch(TermFilter filter) {
        return filter.match() == Match.ALL
                && filter.descendants()
                && filter.ids().size() > TermFilter.MAX_ALL_WITH_DESCENDANTS;
    }

    private static void addTerms(List<TermFilter> terms, TermKind kind, Object value, Match usual) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            terms.add(TermFilter.ofIds(kind, ids(list), false, usual));
        } else if (value instanceof Map<?, ?> query && query.get("terms") instanceof List<?> list && !list.isEmpty()) {
            terms.add(TermFilter.ofIds(
                    kind,
                    ids(list),
                    Boolean.TRUE.equals(query.get("include_children")),
                    "AND".equals(query.get("operator")) ? Match.ALL : usual));
        }
    }

    private static List<Long> ids(List<?> list) {
        return list.stream().map(id -> Math.abs(((Number) id).longValue())).toList();
    }

    /** WordPress compares seconds, and shows no more of a time. */
    private Instant after(String name) {
        var time = time(name);
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private Instant time(String name) {
        var text = request.text(name);
        return text == null ? null : WpDates.parse(text, zone);
    }

    /**
     * Only the front page shows sticky posts first, which is a list that is narrowed by nothing.
     */
    private boolean stickyFirst(PostFilter filter) {
        return kind.isPosts()
                && Boolean.FALSE.equals(request.bool("ignore_sticky"))
                && filter.search() == null
                && filter.terms().isEmpty()
                && filter.authors().equals(AuthorFilter.ALL);
    }

    private PostSort sort() {
        ListOrder.require(request);
        return switch (request.text("orderby")) {
            case "author" -> PostSort.AUTHOR;
            case "id" -> PostSort.ID;
            case "modified" -> PostSort.UPDATED;
            case "parent" -> PostSort.PARENT;
            case "menu_order" -> PostSort.MENU_ORDER;
            case "slug" -> PostSort.SLUG;
            case "title" -> PostSort.TITLE;
            case "include_slugs" -> PostSort.LISTED_SLUGS;
            case "include" -> PostSort.LISTED_IDS;
            case "relevance" -> PostSort.RELEVANCE;
            default -> PostSort.PUBLISHED;
        };
    }
}
