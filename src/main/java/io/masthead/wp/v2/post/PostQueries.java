package io.masthead.wp.v2.post;

import io.masthead.post.IdChoice;
import io.masthead.post.PostChoice;
import io.masthead.post.PostOrder;
import io.masthead.post.PostSelection;
import io.masthead.post.PostStatus;
import io.masthead.post.TermChoice;
import io.masthead.post.TermChoice.Match;
import io.masthead.post.TimeRange;
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

/** Says to the core which stretch of which list a request asks for. */
final class PostQueries {

    private final PostKind kind;
    private final WpRequest request;
    private final ZoneId zone;

    /**
     * @param zone of dates without an offset
     */
    PostQueries(PostKind kind, WpRequest request, ZoneId zone) {
        this.kind = kind;
        this.request = request;
        this.zone = zone;
    }

    /**
     * @throws WpException for an order that needs what was not sent
     */
    PostSelection read() {
        var choice = choice();
        var order = order();
        int perPage = request.number("per_page").intValue();
        long page = request.number("page");
        return new PostSelection(
                choice,
                order,
                "desc".equals(request.text("order")),
                stickyFirst(choice),
                Paged.skipped(request.number("offset"), page, perPage),
                perPage,
                needsBody());
    }

    private boolean needsBody() {
        return (request.wants("content") && !request.context().equals("embed")) || request.wants("excerpt");
    }

    private PostChoice choice() {
        var include = request.ids("include");
        return new PostChoice(
                kind.type(),
                statuses(),
                request.context().equals("edit"),
                new IdChoice(include, include.isEmpty() ? request.ids("exclude") : List.of()),
                new IdChoice(request.ids("author"), request.ids("author_exclude")),
                kind.isPosts() ? IdChoice.ALL : new IdChoice(request.ids("parent"), request.ids("parent_exclude")),
                slugs(),
                kind.isPosts() ? terms() : List.of(),
                "OR".equals(request.text("tax_relation")),
                SearchWords.parse(
                        request.text("search"), request.texts("search_columns"), request.has("search_semantics")),
                new TimeRange(after("after"), time("before")),
                new TimeRange(after("modified_after"), time("modified_before")),
                kind.isPosts() ? request.truth("sticky") : null,
                kind.isPosts()
                        ? request.texts("format").stream()
                                .map(PostWords::format)
                                .toList()
                        : List.of(),
                kind.isPosts() || !request.has("menu_order") ? null : menuOrder());
    }

    /** A number that no page has stands for all that are larger than any has. */
    private Integer menuOrder() {
        long order = request.number("menu_order");
        return order == (int) order ? (int) order : Integer.MIN_VALUE;
    }

    private List<PostStatus> statuses() {
        var words = request.texts("status");
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
        return request.texts("slug").stream()
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

    private List<TermChoice> terms() {
        var terms = new ArrayList<TermChoice>();
        addTerms(terms, TermKind.CATEGORY, "categories");
        addTerms(terms, TermKind.TAG, "tags");
        return terms;
    }

    private void addTerms(List<TermChoice> terms, TermKind kind, String name) {
        addTerms(terms, kind, request.parameters().get(name), Match.ANY);
        if (terms.stream().anyMatch(PostQueries::costsTooMuch)) {
            throw WpException.parameter(
                    name,
                    new ParameterFault(
                            "rest_too_many_items",
                            "%s must contain at most %d items where a post is to be below all."
                                    .formatted(name, TermChoice.MAX_ALL_BELOW),
                            null));
        }
        addTerms(terms, kind, request.parameters().get(name + "_exclude"), Match.NONE);
    }

    private static boolean costsTooMuch(TermChoice choice) {
        return choice.match() == Match.ALL
                && choice.descendants()
                && choice.ids().size() > TermChoice.MAX_ALL_BELOW;
    }

    private static void addTerms(List<TermChoice> terms, TermKind kind, Object value, Match usual) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            terms.add(new TermChoice(kind, ids(list), false, usual));
        } else if (value instanceof Map<?, ?> query && query.get("terms") instanceof List<?> list && !list.isEmpty()) {
            terms.add(new TermChoice(
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
    private boolean stickyFirst(PostChoice choice) {
        return kind.isPosts()
                && Boolean.FALSE.equals(request.truth("ignore_sticky"))
                && choice.search() == null
                && choice.terms().isEmpty()
                && choice.authors().equals(IdChoice.ALL);
    }

    private PostOrder order() {
        ListOrder.require(request);
        return switch (request.text("orderby")) {
            case "author" -> PostOrder.AUTHOR;
            case "id" -> PostOrder.ID;
            case "modified" -> PostOrder.UPDATED;
            case "parent" -> PostOrder.PARENT;
            case "menu_order" -> PostOrder.MENU_ORDER;
            case "slug" -> PostOrder.SLUG;
            case "title" -> PostOrder.TITLE;
            case "include_slugs" -> PostOrder.AS_SLUGS;
            case "include" -> PostOrder.AS_IDS;
            case "relevance" -> PostOrder.RELEVANCE;
            default -> PostOrder.PUBLISHED;
        };
    }
}
