package io.masthead.taxonomy;

import io.masthead.kernel.Change;

/**
 * What changes of a category or tag.
 *
 * @param slug null makes a new one from the name
 * @param description null empties it
 * @param parentId null moves a category to the top of the tree
 */
public record TermChanges(Change<String> name, Change<String> slug, Change<String> description, Change<Long> parentId) {

    /** What of it differs from what the term is. */
    TermChanges differingFrom(Term term) {
        return new TermChanges(
                name.differingFrom(term.name()),
                slug.differingFrom(term.slug()),
                description.differingFrom(term.description()),
                parentId.differingFrom(term.parentId()));
    }
}
