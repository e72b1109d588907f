package io.masthead.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Reads one page of a list ordered by a sort key and then by id: it adds to the where and order clauses of a
 * query, and builds the {@link Page} from its rows.
 *
 * @param <T> the listed type
 * @param keyPath the HQL path of the key: that of the sort key, or of a copy that an index serves
 * @param idPath the HQL path of the id
 * @param filters the filters of the list; different filters must differ in {@code toString}
 */
public record Paginator<T>(
        SortKey<T> key, boolean descending, String keyPath, String idPath, PageRequest page, Object filters) {

    /** A list ordered by the sort key itself. */
    public Paginator(SortKey<T> key, boolean descending, String idPath, PageRequest page, Object filters) {
        this(key, descending, key.path(), idPath, page, filters);
    }

    /** Adds the start of the page. */
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

    /** False for instants that no database can store, which a forged cursor could contain. */
    private static boolean isOnTheCalendar(Instant time) {
        return !time.isBefore(Instant.parse("-4000-01-01T00:00:00Z"))
                && time.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    /** The order clause; reversed if the page is read backwards. */
    public String orderBy() {
        return orderBy(List.of());
    }

    /**
     * As {@link #orderBy()}, for H2, which uses the order of an index only if the clause names all its columns
     * from the first on. PostgreSQL skips constant ones.
     *
     * @param constant the paths of the leading index columns, which are the same in all rows of the list
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

    /** How many rows to read; one more than requested if it is needed to detect a next page. */
    public int rows() {
        return totalTellsOfMore() ? page.limit() : page.limit() + 1;
    }

    /** The page of these rows; see {@link #page(List, Function, ToLongFunction, LongSupplier)}. */
    public Page<T> page(List<T> rows, ToLongFunction<T> idOf, LongSupplier total) {
        return page(rows, row -> row, idOf, total);
    }

    /**
     * @param rows the result of the query, at most {@link #rows()}
     * @param keyed the part of a row that the list is ordered by; null if it has been deleted meanwhile
     * @param count counts the list; called only if the total is wanted and the page does not reveal it
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
                // Past the last row, no row tells how many come before.
                && (!rows.isEmpty() || firstRow() == 0);
        return isLast ? Long.valueOf(firstRow() + rows.size()) : Long.valueOf(count.getAsLong());
    }

    /** The position beside a row; null without a row, or without a cursor of this order. */
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
