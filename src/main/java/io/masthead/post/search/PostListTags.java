package io.masthead.post.search;

import io.masthead.kernel.IdFilter;
import io.masthead.platform.event.Tags;
import io.masthead.post.PostType;
import io.masthead.post.event.PostTags;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.taxonomy.TermSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The cache tags of a list of posts or pages besides those of its items: of the collections that a post must be in
 * to enter the list. If nothing narrows the list, that is the collection of all posts or pages.
 */
@ApplicationScoped
public class PostListTags {

    private final TermService terms;

    PostListTags(TermService terms) {
        this.terms = terms;
    }

    /**
     * One statement for each kind of terms of which the filter names a slug that no listed post has.
     *
     * @param shown the terms of the listed posts
     */
    public Set<String> of(PostFilter filter, CategoryDescendants descendants, Collection<TermSummary> shown) {
        var tags = new LinkedHashSet<String>();
        var narrowed = narrowedByTerms(filter, descendants, shown, tags);
        var authors = filter.authors();
        if (!authors.slugs().isEmpty() || !authors.excludedSlugs().isEmpty()) {
            // Always: authors without posts must not be distinguishable from people who do not exist.
            tags.add(Tags.USERS);
        }
        if (!narrowed
                && filter.type() == PostType.POST
                && authors.slugs().isEmpty()
                && !authors.ids().isEmpty()) {
            authors.ids().forEach(id -> tags.add(Tags.author(id)));
            narrowed = true;
        }
        if (!narrowed && !filter.ids().any().isEmpty()) {
            filter.ids().any().forEach(id -> tags.add(PostTags.of(filter.type(), id)));
            narrowed = filter.ids().any().stream().noneMatch(id -> id == IdFilter.TOP);
        }
        // The index that a search reads can be rebuilt without a change of any post.
        if (!narrowed || filter.search() != null) {
            tags.add(PostTags.all(filter.type()));
        }
        return tags;
    }

    /** Whether a post must have one of the terms whose tags were added. */
    private boolean narrowedByTerms(
            PostFilter filter, CategoryDescendants descendants, Collection<TermSummary> shown, Set<String> tags) {
        var including = filter.terms().stream().filter(term -> !term.excludes()).toList();
        for (var term : filter.terms()) {
            if (term.excludes() || term.includesDescendants()) {
                tags.add(Tags.TERMS); // the tree, or the slug of an excluded term, may change
            }
        }
        var ids = new HashMap<TermKind, Set<Long>>();
        var slugs = new HashMap<TermKind, Set<String>>();
        for (var term : including) {
            var ofKind = ids.computeIfAbsent(term.kind(), kind -> new LinkedHashSet<>());
            if (term.includesDescendants()) {
                ofKind.addAll(descendants.all(term));
            } else {
                ofKind.addAll(term.ids());
                slugs.computeIfAbsent(term.kind(), kind -> new HashSet<>()).addAll(term.slugs());
            }
        }
        slugs.forEach((kind, named) -> ids.get(kind).addAll(resolved(kind, named, shown, tags)));
        ids.forEach((kind, found) ->
                found.forEach(id -> tags.add(kind == TermKind.CATEGORY ? Tags.category(id) : Tags.tag(id))));
        return filter.anyTerm()
                ? !filter.terms().isEmpty()
                        && including.size() == filter.terms().size()
                : !including.isEmpty();
    }

    private Set<Long> resolved(TermKind kind, Set<String> slugs, Collection<TermSummary> shown, Set<String> tags) {
        var ids = new LinkedHashSet<Long>();
        var missing = new HashSet<>(slugs);
        for (var term : shown) {
            if (term.kind() == kind && missing.remove(term.slug())) {
                ids.add(term.id());
            }
        }
        var found = terms.ids(kind, missing);
        if (found.size() < missing.size()) {
            tags.add(Tags.TERMS); // a term may get such a slug
        }
        ids.addAll(found);
        return ids;
    }
}
