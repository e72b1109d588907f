package io.masthead.platform.db;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.hibernate.StatelessSession;
import org.hibernate.query.Query;

/**
 * Reads one page of a list: the rows in one HQL statement, and the total in another if it is wanted and neither
 * stored nor revealed by the rows. Rows are only shown, so a stateless session reads them: it keeps no copies
 * and checks nothing for changes at the commit.
 *
 * @param <T> the type that the list is ordered by
 * @param select what is read of each row, such as {@code "p, b"}
 * @param from the from clause, such as {@code "Post p"}; it is also used for the count
 * @param fetch joins that add no rows and are left out of the count; may be empty
 * @param filter the conditions of the list, without the start of the page; it may hold values that only the
 *     order uses
 * @param orderBy the order clause; null for that of the paginator
 * @param storedTotal asked for the total before the rows are counted
 */
public record PageQuery<T>(
        String select,
        String from,
        String fetch,
        Filter filter,
        Paginator<T> paginator,
        String orderBy,
        Supplier<OptionalLong> storedTotal) {

    public PageQuery(String select, String from, String fetch, Filter filter, Paginator<T> paginator) {
        this(select, from, fetch, filter, paginator, null, OptionalLong::empty);
    }

    /** A page of a list whose rows are what it is ordered by. */
    public Page<T> read(StatelessSession session, Class<T> type, ToLongFunction<T> idOf) {
        return read(session, type, row -> row, row -> row, idOf);
    }

    /**
     * @param selected the type of what is selected: {@code Object[]} for several values
     * @param rowOf makes a row of what is selected
     * @param keyed the part of a row that the list is ordered by
     */
    public <S, R> Page<R> read(
            StatelessSession session,
            Class<S> selected,
            Function<S, R> rowOf,
            Function<R, T> keyed,
            ToLongFunction<T> idOf) {
        var counted = "select count(*) from " + from + filter.where();
        var values = filter.params();
        paginator.restrict(filter);
        var rows = query(session, selected, orderBy == null ? paginator.orderBy() : orderBy)
                .setFirstResult(paginator.firstRow())
                .setMaxResults(paginator.rows())
                .getResultList()
                .stream()
                .map(rowOf)
                .toList();
        return paginator.page(
                rows, keyed, idOf, () -> storedTotal.get().orElseGet(() -> count(session, counted, values)));
    }

    /**
     * A page of a list in the order of the ids or slugs in its filter. All rows are read, since there are at
     * most as many as listed.
     *
     * @param keyOf the listed key of a row
     */
    public <K> Page<T> readAsListed(StatelessSession session, Class<T> type, List<K> listed, Function<T, K> keyOf) {
        var places = new HashMap<K, Integer>();
        listed.forEach(key -> places.putIfAbsent(key, places.size()));
        var rows = query(session, type, "").getResultList().stream()
                .sorted(Comparator.comparing(row -> places.get(keyOf.apply(row))))
                .toList();
        var page = paginator.page();
        return Page.of(
                rows.stream().skip(paginator.firstRow()).limit(page.limit()).toList(),
                page.limit(),
                page.counted() ? Long.valueOf(rows.size()) : null);
    }

    private <S> Query<S> query(StatelessSession session, Class<S> selected, String order) {
        return FilteredQuery.of(session, selected, "select " + select + " from " + from + fetch, filter, order);
    }

    private static long count(StatelessSession session, String counted, Map<String, Object> values) {
        var query = session.createQuery(counted, Long.class);
        for (var parameter : query.getParameters()) {
            query.setParameter(parameter.getName(), values.get(parameter.getName()));
        }
        return query.getSingleResult();
    }
}
