package io.masthead.kernel;

/**
 * A page after a number of rows. The deeper it is, the more it costs.
 *
 * @param rows the number of rows before the page; 0 or more
 * @param limit at least 1
 */
public record Offset(long rows, int limit, boolean counted) implements PageRequest {

    /** From this number on, skipping rows is costly. */
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
