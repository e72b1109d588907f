package io.masthead.wp.v2.search;

import io.masthead.kernel.Page;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code /wp/v2/search}: what is public, of posts and pages, terms, or formats. */
@Singleton
class SearchRoutes implements WpRoutes {

    private static final String ROUTE = "wp/v2/search";

    private static final int DEEPEST = 10_000;

    private final PostHits posts;
    private final TermHits terms;
    private final FormatHits formats;

    SearchRoutes(PostHits posts, TermHits terms, FormatHits formats) {
        this.posts = posts;
        this.terms = terms;
        this.formats = formats;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(Route.of("/" + ROUTE, Hit.SCHEMA).get(Hit.SCHEMA.arguments("list"), this::search));
    }

    private WpAnswer search(WpRequest request) {
        int perPage = request.number("per_page").intValue();
        long page = request.number("page");
        var offset = Paged.skipped(null, page, perPage);
        var found = offset < DEEPEST ? find(request, offset, perPage) : behind(request, offset);
        return Paged.answer(
                request,
                ROUTE,
                found.items().stream().map(hit -> hit.toJson(request)).toList(),
                found.total(),
                perPage,
                page);
    }

    private Page<Hit> find(WpRequest request, int offset, int limit) {
        return switch (request.text("type")) {
            case "term" -> terms.search(request, offset, limit);
            case "post-format" -> formats.search(request, offset, limit);
            default -> posts.search(request, offset, limit);
        };
    }

    /** Nothing where the end lies before it; further finds would cost all that are before them. */
    private Page<Hit> behind(WpRequest request, int offset) {
        var total = find(request, 0, 1).total();
        if (offset < total) {
            throw WpException.parameter(
                    "page",
                    new ParameterFault(
                            "rest_out_of_bounds",
                            "page lies behind the first %d finds; narrow the search instead.".formatted(DEEPEST),
                            null));
        }
        return Page.of(List.of(), 1, total);
    }

    /** How many hits of each kind to read, since only together they are in order. */
    static int depth(int offset, int limit) {
        return offset + limit;
    }

    /** Whether hits of a kind are wanted. */
    static boolean wants(WpRequest request, String kind) {
        var kinds = request.strings("subtype");
        return kinds.isEmpty() || kinds.contains("any") || kinds.contains(kind);
    }
}
