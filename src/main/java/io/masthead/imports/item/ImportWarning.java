package io.masthead.imports.item;

/**
 * Something that was not imported as it was.
 *
 * @param kind as in {@link io.masthead.imports.ImportCount}
 * @param sourceKey the item's id in the export; empty if it has none
 * @param title of the item, for display
 * @param message a sentence
 */
public record ImportWarning(String kind, String sourceKey, String title, String message) {}
