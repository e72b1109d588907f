package io.masthead.kernel;

/**
 * A page after a cursor. It costs the same at any depth, and is stable while rows are added.
 *
 * @param limit 1 to {@value PageRequest#MAX_LIMIT}
 * @param cursor null for the beginning of the list
 */
public record Keyset(int limit, Cursor cursor, boolean counted) implements PageRequest {

    @Override
    public boolean isCostly() {
        return false;
    }
}
