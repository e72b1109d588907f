package io.masthead.kernel;

/**
 * A page that begins after a number of rows. It costs more the deeper it lies.
 *
 * @param rows how many rows of the list come before the page; 0 or more
 * @param limit at least 1
 */
public record Offset(long rows, int limit, boolean counted) implements PageRequest {

    /** From here on rows are skipped in the lane of costly reads. */
    private static final int DEEP = 1_000;

    /** The whole list as one page, with its total. */
    public static Offset all() {
        return new Offset(0, Integer.MAX_VALUE, true);
    }

    /** Whether many rows are read, those before the page included. */
    @Override
    public boolean isCostly() {
        return isDeep(rows + limit);
    }

    /** Whether so many rows are costly to skip. */
    public static boolean isDeep(long rows) {
        return rows >= DEEP;
    }
}
