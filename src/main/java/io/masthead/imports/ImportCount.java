package io.masthead.imports;

/**
 * How many records of a kind there are.
 *
 * @param kind {@code users}, {@code categories}, {@code tags}, {@code posts}, {@code pages}, {@code
 *     media}, {@code comments}, or WordPress' own name of a type that cannot be carried
 * @param carried false for a type that cannot be carried
 * @param found in the file
 * @param written taken over by this import
 * @param skipped there already, or not taken over for a reason that a warning gives
 */
public record ImportCount(String kind, boolean carried, int found, int written, int skipped) {}
