package io.masthead.taxonomy;

/**
 * A category or tag to create.
 *
 * @param slug null to make one from the name
 * @param description HTML; null for none
 * @param parentId null for the root of the tree, and for tags
 */
public record NewTerm(String name, String slug, String description, Long parentId) {}
