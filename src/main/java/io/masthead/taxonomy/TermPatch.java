package io.masthead.taxonomy;

import io.masthead.kernel.Patch;

/**
 * What changes of a category or tag.
 *
 * @param slug null makes a new one from the name
 * @param description null empties it
 * @param parentId null moves a category to the top of the tree
 */
public record TermPatch(Patch<String> name, Patch<String> slug, Patch<String> description, Patch<Long> parentId) {

    /** What of it differs from what the term is. */
    TermPatch differingFrom(Term term) {
        return new TermPatch(
                name.differingFrom(term.name()),
                slug.differingFrom(term.slug()),
                description.differingFrom(term.description()),
                parentId.differingFrom(term.parentId()));
    }
}
