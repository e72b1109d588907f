package io.masthead.taxonomy;

import java.util.Map;

/**
 * A category or tag as it was at another site.
 *
 * @param id the original one, kept if it is free; null for any
 * @param slug kept if it is well-formed and free; null to make one from the name
 * @param description HTML; null for none
 * @param parentId our id of the parent category; null for none, and for tags
 * @param customFields within the limits of custom fields
 */
public record ImportedTerm(
        Long id, String name, String slug, String description, Long parentId, Map<String, Object> customFields) {

    /** Without custom fields. */
    public ImportedTerm(Long id, String name, String slug, String description, Long parentId) {
        this(id, name, slug, description, parentId, Map.of());
    }
}
