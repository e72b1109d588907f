package io.masthead.imports;

/**
 * The counts of a kind of records.
 *
 * @param kind {@code users}, {@code categories}, {@code tags}, {@code posts}, {@code pages}, {@code media},
 *     {@code comments}, {@code files} of media, {@code addresses} inside contents, or WordPress' name of an unsupported type
 * @param carried false for an unsupported type
 * @param found in the file
 * @param written by this import
 * @param skipped existing records, and records that were not imported, for which a warning gives the reason
 */
public record ImportCount(String kind, boolean carried, int found, int written, int skipped) {}
