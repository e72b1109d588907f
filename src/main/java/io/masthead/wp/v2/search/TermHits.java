package io.masthead.wp.v2.search;

import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.permalink.Permalinks;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermField;
import io.masthead.taxonomy.TermFilter;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermQuery;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSort;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.SearchWords;
import io.masthead.wp.v2.TermTaxonomy;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

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
        var query = new TermQuery(filter(request), TermSort.NAME, false, new Offset(offset, limit, true));
        var found = terms.search(query, request.actor());
        var addresses = permalinks.ofTerms(found.items());
        return found.map(term -> hit(term, addresses.term(term)));
    }

    private static TermFilter filter(WpRequest request) {
        var include = request.ids("include");
        return TermFilter.of(Stream.of(TermKind.values())
                        .filter(kind -> wants(request, TermTaxonomy.of(kind).slug()))
                        .toArray(TermKind[]::new))
                .search(SearchWords.phrase(request.text("search")), EnumSet.allOf(TermField.class))
                .ids(include.isEmpty() ? null : include)
                .excludedIds(include.isEmpty() ? request.ids("exclude") : List.of())
                .build();
    }

    /** WordPress takes no heed of kinds of posts here. */
    private static boolean wants(WpRequest request, String taxonomy) {
        return SearchRoutes.wants(request, taxonomy)
                || request.strings("subtype").stream()
                        .noneMatch(kind -> kind.equals("category") || kind.equals("post_tag"));
    }

    private static Hit hit(Term term, String url) {
        var taxonomy = TermTaxonomy.of(term.kind());
        return new Hit(
                term.id(),
                PlainWords.written(term.name()),
                url,
                taxonomy.slug(),
                null,
                taxonomy.target(term.id()),
                "wp/v2/taxonomies/" + taxonomy.slug());
    }
}
