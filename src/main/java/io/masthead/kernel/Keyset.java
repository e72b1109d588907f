package io.masthead.kernel;

/**
 * A page that follows a cursor. It costs the same however deep it lies, and stays in place while
 * rows are added.
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
