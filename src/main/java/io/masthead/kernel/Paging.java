package io.masthead.kernel;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor where to go on; null for the beginning
 * @param page 1-based; null where paging is by cursor
 * @param count whether the caller wants to know how many there are in all
 */
public record Paging(int limit, Cursor cursor, Integer page, boolean count) implements Costly {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    /** The last row that {@code page} may reach: skipping rows costs as much as reading them. */
    public static final int MAX_OFFSET_ROWS = 10_000;

    /** Of more things few lists are made at once. */
    public static final int LARGE = 50;

    /** From here on rows are skipped in the lane of costly reads. */
    private static final int DEEP = 1_000;

    public static Paging first(int limit) {
        return new Paging(limit, null, null, false);
    }

    /** Rows before this part. */
    public int offset() {
        return page == null ? 0 : (page - 1) * limit;
    }

    /** Whether many rows are read before the first that is wanted. */
    @Override
    public boolean isCostly() {
        return isDeep(offset());
    }

    /** Whether it is so much that few may be made at once. */
    public boolean isLarge() {
        return limit > LARGE;
    }

    /** Whether so many rows are costly to skip. */
    public static boolean isDeep(long rows) {
        return rows >= DEEP;
    }
}
