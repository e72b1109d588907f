package io.masthead.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * One page of a list in the order of a sort key and then of the id. By cursor a page costs the same
 * however deep it lies, and stays in place while rows are added.
 *
 * @param <T> what is listed
 * @param keyPath the HQL path of the key: that of the sort key, or of a copy that an index serves
 * @param idPath the HQL path of the id
 * @param filters what the list was filtered by; its {@code toString} must tell two filters apart
 */
public record Keyset<T>(
        SortKey<T> key, boolean descending, String keyPath, String idPath, Paging paging, Object filters) {

    /** A list that is ordered by the sort key itself. */
    public Keyset(SortKey<T> key, boolean descending, String idPath, Paging paging, Object filters) {
        this(key, descending, key.path(), idPath, paging, filters);
    }

    /** Adds the place at which the page begins. */
    public void restrict(Filter filter) {
        var cursor = paging.cursor();
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
        var direction = descending != isBackwards() ? " desc" : "";
        var paths = new ArrayList<>(constant);
        paths.add(keyPath);
        if (!keyPath.equals(idPath)) {
            paths.add(idPath);
        }
        return paths.stream().map(path -> path + direction).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The first row to read, counted from 0. */
    public int firstRow() {
        return paging.offset();
    }

    /** How many rows to read: one more than asked, to know whether there is a next page. */
    public int rows() {
        return paging.limit() + 1;
    }

    /**
     * The page that these rows make; see {@link #listing(List, Function, ToLongFunction,
     * LongSupplier)}.
     */
    public Listing<T> listing(List<T> rows, ToLongFunction<T> idOf, LongSupplier total) {
        return listing(rows, row -> row, idOf, total);
    }

    /**
     * @param rows what the query gave, at most {@link #rows()}
     * @param keyed what of a row the list is ordered by
     * @param total asked only if the caller wants the total
     */
    public <R> Listing<R> listing(List<R> rows, Function<R, T> keyed, ToLongFunction<T> idOf, LongSupplier total) {
        var more = rows.size() > paging.limit();
        var items = new ArrayList<>(more ? rows.subList(0, paging.limit()) : rows);
        if (isBackwards()) {
            Collections.reverse(items);
        }
        var cameFromElsewhere = paging.cursor() != null || paging.offset() > 0;
        var hasNext = (isBackwards() || more) && !items.isEmpty();
        var hasPrevious = (isBackwards() ? more : cameFromElsewhere) && !items.isEmpty();
        return new Listing<>(
                List.copyOf(items),
                paging,
                hasNext ? place(keyed.apply(items.get(items.size() - 1)), idOf, false) : null,
                hasPrevious ? place(keyed.apply(items.get(0)), idOf, true) : null,
                paging.count() ? total.getAsLong() : null);
    }

    private Cursor place(T row, ToLongFunction<T> idOf, boolean backwards) {
        return new Cursor(
                order(), backwards, Cursor.scopeOf(filters), key.keyOf(row).toString(), idOf.applyAsLong(row));
    }

    private boolean isBackwards() {
        return paging.cursor() != null && paging.cursor().backwards();
    }

    private String order() {
        return (descending ? "-" : "") + key.parameter();
    }
}
