package io.masthead.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Reads one page of a list in the order of a sort key and then of the id: what it adds to the where
 * and order clauses of a query, and the {@link Page} that the rows of the query make.
 *
 * @param <T> what is listed
 * @param keyPath the HQL path of the key: that of the sort key, or of a copy that an index serves
 * @param idPath the HQL path of the id
 * @param filters what the list was filtered by; its {@code toString} must tell two filters apart
 */
public record Paginator<T>(
        SortKey<T> key, boolean descending, String keyPath, String idPath, PageRequest page, Object filters) {

    /** A list that is ordered by the sort key itself. */
    public Paginator(SortKey<T> key, boolean descending, String idPath, PageRequest page, Object filters) {
        this(key, descending, key.path(), idPath, page, filters);
    }

    /** Adds the place at which the page begins. */
    public void restrict(Filter filter) {
        var cursor = cursor();
        if (cursor == null) {
            return;
        }
        if (!cursor.order().equals(order()) || !cursor.scope().equals(Cursor.scopeOf(filters))) {
            throw Cursor.invalid();
        }
        Object value;
        try {
            value = key.parse(cursor.key());
        } catch (RuntimeException e) {
            throw Cursor.invalid();
        }
        if (value instanceof Instant time && !isOnTheCalendar(time)) {
            throw Cursor.invalid();
        }
        var comparison = descending != cursor.backwards() ? "<" : ">";
        if (keyPath.equals(idPath)) {
            filter.and(idPath + " " + comparison + " :cursorId", "cursorId", cursor.id());
        } else {
            filter.and("(%s, %s) %s (:cursorKey, :cursorId)".formatted(keyPath, idPath, comparison), "cursorKey", value)
                    .bind("cursorId", cursor.id());
        }
    }

    /** No database stores what a forged cursor could name. */
    private static boolean isOnTheCalendar(Instant time) {
        return !time.isBefore(Instant.parse("-4000-01-01T00:00:00Z"))
                && time.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    /** The order clause; reversed where the page is read backwards. */
    public String orderBy() {
        return orderBy(List.of());
    }

    /**
     * As {@link #orderBy()}, for H2, which reads a list in the order of an index only if the clause
     * names all columns of the index from the first on. PostgreSQL skips those that say nothing.
     *
     * @param constant the paths of what the index begins with, the same in all rows of the list
     */
    public String orderBy(List<String> constant) {
        return " order by " + String.join(", ", orderKeys(constant));
    }

    /** The keys of {@link #orderBy(List)} with their directions. */
    public List<String> orderKeys(List<String> constant) {
        var direction = descending != isBackwards() ? " desc" : "";
        var paths = new ArrayList<>(constant);
        paths.add(keyPath);
        if (!keyPath.equals(idPath)) {
            paths.add(idPath);
        }
        return paths.stream().map(path -> path + direction).toList();
    }

    /** The first row to read, counted from 0. */
    public int firstRow() {
        return page instanceof Offset offset ? Math.toIntExact(offset.rows()) : 0;
    }

    /** How many rows to read; one more than asked where only that tells whether a page follows. */
    public int rows() {
        return totalTellsOfMore() ? page.limit() : page.limit() + 1;
    }

    /** The page that these rows make; see {@link #page(List, Function, ToLongFunction, LongSupplier)}. */
    public Page<T> page(List<T> rows, ToLongFunction<T> idOf, LongSupplier total) {
        return page(rows, row -> row, idOf, total);
    }

    /**
     * @param rows what the query gave, at most {@link #rows()}
     * @param keyed what of a row the list is ordered by; null where that is gone meanwhile
     * @param count counts the list; called only if the caller wants the total and the page does not
     *     tell it
     */
    public <R> Page<R> page(List<R> rows, Function<R, T> keyed, ToLongFunction<T> idOf, LongSupplier count) {
        var items = new ArrayList<>(rows.size() > page.limit() ? rows.subList(0, page.limit()) : rows);
        if (isBackwards()) {
            Collections.reverse(items);
        }
        var total = page.counted() ? total(rows, count) : null;
        var more = totalTellsOfMore() ? firstRow() + items.size() < total : rows.size() > items.size();
        var isFirst = cursor() == null && firstRow() == 0;
        var hasNext = isBackwards() || more;
        var hasPrevious = isBackwards() ? more : !isFirst;
        return new Page<>(
                List.copyOf(items),
                page.limit(),
                hasNext ? place(items, items.size() - 1, false, keyed, idOf) : null,
                hasPrevious ? place(items, 0, true, keyed, idOf) : null,
                total);
    }

    private boolean totalTellsOfMore() {
        return page.counted() && page instanceof Offset;
    }

    private Long total(List<?> rows, LongSupplier count) {
        var isLast = cursor() == null
                && rows.size() < rows()
                // Behind the last row there is none that would tell how many come before.
                && (!rows.isEmpty() || firstRow() == 0);
        return isLast ? Long.valueOf(firstRow() + rows.size()) : Long.valueOf(count.getAsLong());
    }

    /** The place beside a row; null where there is no row, or no cursor of this order. */
    private <R> Cursor place(
            List<R> items, int index, boolean backwards, Function<R, T> keyed, ToLongFunction<T> idOf) {
        if (items.isEmpty() || !key.hasCursor()) {
            return null;
        }
        var row = keyed.apply(items.get(index));
        if (row == null) {
            return null;
        }
        return new Cursor(
                order(), backwards, Cursor.scopeOf(filters), key.keyOf(row).toString(), idOf.applyAsLong(row));
    }

    private boolean isBackwards() {
        return cursor() != null && cursor().backwards();
    }

    private Cursor cursor() {
        return page instanceof Keyset keyset ? keyset.cursor() : null;
    }

    private String order() {
        return (descending ? "-" : "") + key.parameter();
    }
}
