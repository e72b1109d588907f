package io.masthead.taxonomy;

/**
 * A category or tag to be.
 *
 * @param slug null where it is to be made from the name
 * @param description HTML; null for none
 * @param parentId null for the top of the tree, and for tags
 */
public record NewTerm(String name, String slug, String description, Long parentId) {}
