package io.masthead.taxonomy;

import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import java.util.Map;

/**
 * Changes to a category or tag.
 *
 * @param slug null makes a new one from the name
 * @param description null empties it
 * @param parentId null moves a category to the root of the tree
 * @param customFields merged into those there are; null removes all
 */
public record TermPatch(
        Patch<String> name,
        Patch<String> slug,
        Patch<String> description,
        Patch<Long> parentId,
        Patch<Map<String, Object>> customFields) {

    /** Without a change of custom fields. */
    public TermPatch(Patch<String> name, Patch<String> slug, Patch<String> description, Patch<Long> parentId) {
        this(name, slug, description, parentId, Patch.absent());
    }

    /** The part of this patch that differs from the term. */
    TermPatch differingFrom(Term term) {
        return new TermPatch(
                name.differingFrom(term.name()),
                slug.differingFrom(term.slug()),
                description.differingFrom(term.description()),
                parentId.differingFrom(term.parentId()),
                CustomFields.differing(customFields, term.customFields()));
    }
}
