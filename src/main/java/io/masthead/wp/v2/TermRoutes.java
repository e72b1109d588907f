package io.masthead.wp.v2;

import io.masthead.kernel.Offset;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostView;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermField;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSort;
import io.masthead.taxonomy.TermSummary;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code /wp/v2/categories} and {@code /wp/v2/tags}. */
@Singleton
class TermRoutes implements WpRoutes {

    private final TermService terms;
    private final TermRights rights;
    private final TermWrites writes;
    private final Permalinks permalinks;

    TermRoutes(TermService terms, TermRights rights, TermWrites writes, Permalinks permalinks) {
        this.terms = terms;
        this.rights = rights;
        this.writes = writes;
        this.permalinks = permalinks;
    }

    @Override
    public List<Route<?>> routes() {
        return Stream.of(TermTaxonomy.values())
                .<Route<?>>flatMap(taxonomy -> Stream.of(collection(taxonomy), single(taxonomy)))
                .toList();
    }

    private Route<TermsOfPost> collection(TermTaxonomy taxonomy) {
        var schema = taxonomy.schema();
        return Route.of(
                        "/" + taxonomy.route(),
                        schema,
                        rights::listed,
                        (request, listed) ->
                                TermRights.allowed(taxonomy, request.actor()).reading(listed.unreadable() == null))
                .get(
                        schema.arguments("list"),
                        TermRights::permitList,
                        (request, listed) -> list(request, taxonomy, listed.post()))
                .post(
                        schema.creation(),
                        Permission.toWrite("rest_cannot_create", "create terms in this taxonomy"),
                        (request, listed) -> create(request, taxonomy))
                .batched();
    }

    private Route<Term> single(TermTaxonomy taxonomy) {
        var schema = taxonomy.schema();
        return Route.of(
                        "/" + taxonomy.route() + "/(?P<id>[\\d]+)",
                        schema,
                        request -> terms.get(taxonomy.kind(), request.id("id")),
                        (request, term) -> rights.allowed(term.id(), request.actor()))
                .get(
                        schema.arguments("read"),
                        Permission.toReadForEdit("edit this term"),
                        (request, term) -> WpAnswer.ok(shape(request, term).of(term)))
                .update(
                        schema.change(),
                        Permission.toWrite("rest_cannot_update", "edit this term"),
                        (request, term) -> update(request, taxonomy, term))
                .delete(
                        schema.arguments("delete"),
                        Permission.toDelete("rest_cannot_delete", "delete this term"),
                        this::delete)
                .batched();
    }

    private WpAnswer list(WpRequest request, TermTaxonomy taxonomy, PostView post) {
        int perPage = Math.toIntExact(request.number("per_page"));
        long page = request.number("page");
        var offset = offset(request, taxonomy);
        var query = new TermQuery(
                filter(request, taxonomy, post),
                sort(request.text("orderby")),
                "desc".equals(request.text("order")),
                new Offset(Paged.skipped(offset, page, perPage), perPage, true));
        var found = terms.search(query, request.actor());
        return Paged.answer(
                request,
                taxonomy.route(),
                shown(request, found.items()),
                found.total(),
                perPage,
                Paged.page(offset, page, perPage));
    }

    /** Null where it leaves out none, so that the page counts; trees take none at all. */
    private static Long offset(WpRequest request, TermTaxonomy taxonomy) {
        var offset = taxonomy.isTree() ? null : request.number("offset");
        return offset == null || offset == 0 ? null : offset;
    }

    private static TermFilter filter(WpRequest request, TermTaxonomy taxonomy, PostView post) {
        return TermFilter.of(taxonomy.kind())
                .search(SearchWords.phrase(request.text("search")), EnumSet.allOf(TermField.class))
                .parent(taxonomy.isTree() ? request.number("parent") : null)
                .slugs(request.strings("slug"))
                .ids(ids(request, taxonomy, post))
                .excludedIds(request.ids("include").isEmpty() ? request.ids("exclude") : List.of())
                .used(request.isOn("hide_empty"))
                .build();
    }

    /** Those of a post, those named, or null for all. */
    private static List<Long> ids(WpRequest request, TermTaxonomy taxonomy, PostView view) {
        var included = request.ids("include");
        if (view == null) {
            return included.isEmpty() ? null : included;
        }
        var post = view.post();
        return (taxonomy.isTree() ? post.categories() : post.tags())
                .stream()
                        .map(TermSummary::id)
                        .filter(id -> included.isEmpty() || included.contains(id))
                        .toList();
    }

    private static TermSort sort(String orderBy) {
        return switch (Objects.requireNonNullElse(orderBy, "name")) {
            case "id" -> TermSort.ID;
            case "slug" -> TermSort.SLUG;
            case "description" -> TermSort.DESCRIPTION;
            case "count" -> TermSort.COUNT;
            case "include" -> TermSort.LISTED_IDS;
            case "include_slugs" -> TermSort.LISTED_SLUGS;
            default -> TermSort.NAME;
        };
    }

    private WpAnswer create(WpRequest request, TermTaxonomy taxonomy) {
        var term = writes.create(request, taxonomy);
        return WpAnswer.created(shape(request, term).of(term, "edit"), taxonomy.route() + "/" + term.id());
    }

    private WpAnswer update(WpRequest request, TermTaxonomy taxonomy, Term former) {
        var term = writes.update(request, taxonomy, former);
        return WpAnswer.ok(shape(request, term).of(term, "edit"));
    }

    private WpAnswer delete(WpRequest request, Term term) {
        if (!request.isOn("force")) {
            throw new WpException(
                    501, "rest_trash_not_supported", "Terms do not support trashing. Set 'force=true' to delete.");
        }
        var previous = shape(request, term).former(term);
        writes.delete(request, term);
        return WpAnswer.deleted(previous);
    }

    private List<Map<String, Object>> shown(WpRequest request, List<Term> found) {
        var addresses = permalinks.ofTerms(found);
        return found.stream()
                .map(term -> new TermShape(request, addresses, rights.allowed(term.id(), request.actor())).of(term))
                .toList();
    }

    private TermShape shape(WpRequest request, Term term) {
        return new TermShape(request, permalinks.ofTerms(List.of(term)), rights.allowed(term.id(), request.actor()));
    }
}
