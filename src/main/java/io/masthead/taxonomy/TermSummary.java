package io.masthead.taxonomy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A category or tag as posts show it.
 *
 * @param nameKey the name as sort key
 * @param parentId null at the root of the tree, and for every tag
 */
@RegisterForReflection // created by a query by its name
public record TermSummary(
        Long id, int version, TermKind kind, String name, String nameKey, String slug, Long parentId) {

    public static TermSummary of(Term term) {
        return new TermSummary(
                term.id(), term.version(), term.kind(), term.name(), term.nameKey(), term.slug(), term.parentId());
    }
}
