package io.masthead.api.v1.post;

import io.masthead.kernel.Actor;
import io.masthead.post.PostView;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.TermFilter;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSummary;
import io.masthead.web.CacheTags;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The terms that a list of posts is narrowed to, as a CDN is told: a new post that carries one of
 * them belongs on the list. Authors are not looked up: those whose posts are shown are named by
 * these, and others must not be told from people who do not exist.
 */
@Singleton
class PostListSubjects {

    private final TermService terms;

    PostListSubjects(TermService terms) {
        this.terms = terms;
    }

    /** The slugs that no listed post names; mostly none, which saves a query. */
    List<String> of(PostFilter filter, List<PostView> shown, Actor actor) {
        if (!actor.isAnonymous() || filter.terms().isEmpty()) {
            return List.of(); // nobody keeps the answer, or no term narrows it
        }
        var known = new HashSet<TermSummary>();
        shown.forEach(view -> known.addAll(view.post().categories()));
        shown.forEach(view -> known.addAll(view.post().tags()));
        return Stream.concat(
                        missing(TermKind.CATEGORY, filter.terms(), known), missing(TermKind.TAG, filter.terms(), known))
                .map(CacheTags::term)
                .toList();
    }

    private Stream<Long> missing(TermKind kind, List<TermFilter> wanted, Collection<TermSummary> known) {
        var slugs = wanted.stream()
                .filter(one -> one.kind() == kind && one.match() != TermFilter.Match.NONE)
                .flatMap(one -> one.slugs().stream())
                .collect(Collectors.toCollection(HashSet::new));
        known.stream()
                .filter(term -> term.kind() == kind)
                .map(TermSummary::slug)
                .forEach(slugs::remove);
        return terms.ids(kind, slugs).stream();
    }
}
