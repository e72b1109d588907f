package io.masthead.wp.v2.search;

import io.masthead.kernel.Page;
import io.masthead.post.permalink.Permalinks;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermOrder;
import io.masthead.taxonomy.TermSelection;
import io.masthead.taxonomy.TermService;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.TermTaxonomy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds categories and tags, by name. */
@Singleton
class TermHits {

    private final TermService terms;
    private final Permalinks permalinks;

    TermHits(TermService terms, Permalinks permalinks) {
        this.terms = terms;
        this.permalinks = permalinks;
    }

    Page<Hit> search(WpRequest request, int offset, int limit) {
        var found = new ArrayList<Term>();
        long total = 0;
        for (var kind : TermKind.values()) {
            if (wants(request, TermTaxonomy.of(kind).slug())) {
                var selected = terms.select(selection(kind, request, SearchRoutes.depth(offset, limit)));
                found.addAll(selected.items());
                total += selected.total();
            }
        }
        var shown = found.stream()
                .sorted(Comparator.comparing(Term::nameKey).thenComparing(Term::id))
                .skip(offset)
                .limit(limit)
                .toList();
        var addresses = permalinks.ofTerms(shown);
        return Page.of(shown, limit, total).map(term -> hit(term, addresses.term(term)));
    }

    /** WordPress takes no heed of kinds of posts here. */
    private static boolean wants(WpRequest request, String taxonomy) {
        return SearchRoutes.wants(request, taxonomy)
                || request.texts("subtype").stream()
                        .noneMatch(kind -> kind.equals("category") || kind.equals("post_tag"));
    }

    private static TermSelection selection(TermKind kind, WpRequest request, int limit) {
        var include = request.ids("include");
        return new TermSelection(
                kind,
                request.text("search"),
                null,
                List.of(),
                include.isEmpty() ? null : include,
                include.isEmpty() ? request.ids("exclude") : List.of(),
                false,
                TermOrder.NAME,
                false,
                0,
                limit);
    }

    private static Hit hit(Term term, String url) {
        var taxonomy = TermTaxonomy.of(term.kind());
        return new Hit(
                term.id(),
                PlainWords.written(term.name()),
                url,
                taxonomy.slug(),
                null,
                taxonomy.route() + "/" + term.id(),
                "wp/v2/taxonomies/" + taxonomy.slug());
    }
}
