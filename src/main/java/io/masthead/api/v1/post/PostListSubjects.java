package io.masthead.api.v1.post;

import io.masthead.kernel.Actor;
import io.masthead.post.PostView;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.post.search.TermFilter.Match;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSummary;
import io.masthead.web.CacheTags;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cache tags of the terms and authors by which a list of posts or pages is filtered: it changes with them, also
 * if it is empty. A filter that names no known term has the tag of all terms. A filter by author always has the tag
 * of all users: authors without posts must not be distinguishable from people who do not exist.
 */
@Singleton
class PostListSubjects {

    private final TermService terms;

    PostListSubjects(TermService terms) {
        this.terms = terms;
    }

    /** Mostly none, which saves a query. */
    List<String> of(PostFilter filter, List<PostView> shown, Actor actor) {
        var authors = filter.authors();
        var isByAuthor = !authors.slugs().isEmpty() || !authors.excludedSlugs().isEmpty();
        if (!actor.isAnonymous() || (filter.terms().isEmpty() && !isByAuthor)) {
            return List.of(); // nobody keeps the answer, or nothing narrows it
        }
        var tags = new LinkedHashSet<String>();
        if (isByAuthor) {
            tags.add(CacheTags.USERS);
        }
        if (filter.terms().stream().anyMatch(term -> term.includesDescendants() || term.match() == Match.NONE)) {
            tags.add(CacheTags.TERMS);
        }
        var known = new HashSet<TermSummary>();
        shown.forEach(view -> known.addAll(view.post().categories()));
        shown.forEach(view -> known.addAll(view.post().tags()));
        for (var kind : TermKind.values()) {
            var missing = missing(kind, filter.terms(), known);
            var ids = terms.ids(kind, missing);
            ids.forEach(id -> tags.add(CacheTags.term(id)));
            if (ids.size() < missing.size()) {
                tags.add(CacheTags.TERMS); // a term may get such a slug
            }
        }
        return List.copyOf(tags);
    }

    /** The slugs that no listed post names. */
    private static Set<String> missing(TermKind kind, List<TermFilter> wanted, Collection<TermSummary> known) {
        var slugs = wanted.stream()
                .filter(one -> one.kind() == kind && one.match() != Match.NONE)
                .flatMap(one -> one.slugs().stream())
                .collect(Collectors.toCollection(HashSet::new));
        known.stream()
                .filter(term -> term.kind() == kind)
                .map(TermSummary::slug)
                .forEach(slugs::remove);
        return slugs;
    }
}
