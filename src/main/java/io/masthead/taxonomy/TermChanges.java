package io.masthead.taxonomy;

import io.masthead.kernel.Change;

/**
 * What changes of a category or tag.
 *
 * @param slug null makes a new one from the name
 * @param description null empties it
 * @param parentId null moves a category to the top of the tree
 */
public record TermChanges(
        Change<String> name,
        Change<String> slug,
        Change<String> description,
        Change<Long> parentId) {}
