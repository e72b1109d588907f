package io.masthead.taxonomy;

import java.util.Map;

/**
 * A category or tag to create.
 *
 * @param slug null to make one from the name
 * @param description HTML; null for none
 * @param parentId null for the root of the tree, and for tags
 * @param customFields null for none
 */
public record NewTerm(String name, String slug, String description, Long parentId, Map<String, Object> customFields) {

    /** Without custom fields. */
    public NewTerm(String name, String slug, String description, Long parentId) {
        this(name, slug, description, parentId, null);
    }
}
