package io.masthead.kernel;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param cursor where to go on; null for the beginning
 * @param page 1-based; null where paging is by cursor
 * @param count whether the caller wants to know how many there are in all
 */
public record Paging(int limit, Cursor cursor, Integer page, boolean count) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    /** The last row that {@code page} may reach: skipping rows costs as much as reading them. */
    public static final int MAX_OFFSET_ROWS = 10_000;

    public static Paging first(int limit) {
        return new Paging(limit, null, null, false);
    }

    /** Rows before this part. */
    public int offset() {
        return page == null ? 0 : (page - 1) * limit;
    }
}
