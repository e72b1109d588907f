package io.masthead.taxonomy;

import io.masthead.kernel.Patch;

/**
 * Changes to a category or tag.
 *
 * @param slug null makes a new one from the name
 * @param description null empties it
 * @param parentId null moves a category to the root of the tree
 */
public record TermPatch(Patch<String> name, Patch<String> slug, Patch<String> description, Patch<Long> parentId) {

    /** The part of this patch that differs from the term. */
    TermPatch differingFrom(Term term) {
        return new TermPatch(
                name.differingFrom(term.name()),
                slug.differingFrom(term.slug()),
                description.differingFrom(term.description()),
                parentId.differingFrom(term.parentId()));
    }
}
