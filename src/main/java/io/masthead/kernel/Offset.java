package io.masthead.kernel;

/**
 * A page that begins after a number of rows. It costs more the deeper it lies.
 *
 * @param rows how many rows of the list come before the page; 0 or more
 * @param limit at least 1
 */
public record Offset(long rows, int limit, boolean counted) implements PageRequest {

    /** So many rows are costly to read only to be skipped. */
    private static final int DEEP = 1_000;

    /** The whole list as one page, with its total. */
    public static Offset all() {
        return new Offset(0, Integer.MAX_VALUE, true);
    }

    /** Whether many rows are skipped or shown. */
    @Override
    public boolean isCostly() {
        return Math.max(rows, limit) >= DEEP;
    }

    /** Whether many rows are skipped. */
    public boolean isDeep() {
        return rows >= DEEP;
    }
}
