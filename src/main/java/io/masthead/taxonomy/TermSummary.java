package io.masthead.taxonomy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A category or tag as posts show it.
 *
 * @param nameKey the name as sort key
 * @param parentId null at the root of the tree, and for every tag
 * @param above the categories directly above it, for its URL; null if they were not read
 */
@RegisterForReflection // created by a query by its name
public record TermSummary(
        Long id, int version, TermKind kind, String name, String nameKey, String slug, Long parentId, Above above) {

    /**
     * The two categories above a category, as deep as most trees are.
     *
     * @param parentSlug null if it has no parent
     * @param grandparentId null if its parent has none
     * @param greatGrandparentId null if its grandparent has none
     */
    public record Above(String parentSlug, Long grandparentId, String grandparentSlug, Long greatGrandparentId) {}

    /** For a query that has joined the two categories above. */
    public TermSummary(
            Long id,
            int version,
            TermKind kind,
            String name,
            String nameKey,
            String slug,
            Long parentId,
            String parentSlug,
            Long grandparentId,
            String grandparentSlug,
            Long greatGrandparentId) {
        this(
                id,
                version,
                kind,
                name,
                nameKey,
                slug,
                parentId,
                new Above(parentSlug, grandparentId, grandparentSlug, greatGrandparentId));
    }

    /** Without the categories above it. */
    public TermSummary(Long id, int version, TermKind kind, String name, String nameKey, String slug, Long parentId) {
        this(id, version, kind, name, nameKey, slug, parentId, null);
    }

    public static TermSummary of(Term term) {
        return new TermSummary(
                term.id(), term.version(), term.kind(), term.name(), term.nameKey(), term.slug(), term.parentId());
    }
}
