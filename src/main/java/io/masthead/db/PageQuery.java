package io.masthead.db;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads one page of a list: its rows in one HQL statement, and its total in another, where that is
 * wanted and the rows do not tell it.
 *
 * @param <T> what the list is ordered by
 * @param select what is read of each row, such as {@code "p, b"}
 * @param from what the list is made of, such as {@code "Post p"}; it is counted, too
 * @param fetch joins that add no rows and are left out of the count; may be empty
 * @param filter the conditions of the list, without the place at which the page begins
 * @param orderBy the order clause, where the paginator has another than its own order
 * @param orderParams the values that the order clause binds
 */
public record PageQuery<T>(
        String select,
        String from,
        String fetch,
        Filter filter,
        Paginator<T> paginator,
        String orderBy,
        Map<String, Object> orderParams) {

    public PageQuery(String select, String from, String fetch, Filter filter, Paginator<T> paginator) {
        this(select, from, fetch, filter, paginator, paginator.orderBy(), Map.of());
    }

    /** The page of a list whose rows are what it is ordered by. */
    public Page<T> read(EntityManager entities, Class<T> type, ToLongFunction<T> idOf) {
        return read(entities, type, row -> row, row -> row, idOf);
    }

    /**
     * @param selected the type of what is selected: {@code Object[]} for several values
     * @param rowOf makes a row of what is selected
     * @param keyed what of a row the list is ordered by
     */
    public <S, R> Page<R> read(
            EntityManager entities,
            Class<S> selected,
            Function<S, R> rowOf,
            Function<R, T> keyed,
            ToLongFunction<T> idOf) {
        var counted = "select count(*) from " + from + filter.where();
        var countedParams = filter.params();
        paginator.restrict(filter);
        var query =
                entities.createQuery("select " + select + " from " + from + fetch + filter.where() + orderBy, selected);
        filter.params().forEach(query::setParameter);
        orderParams.forEach(query::setParameter);
        var rows = query.setFirstResult(paginator.firstRow()).setMaxResults(paginator.rows()).getResultList().stream()
                .map(rowOf)
                .toList();
        return paginator.page(rows, keyed, idOf, () -> count(entities, counted, countedParams));
    }

    private static long count(EntityManager entities, String query, Map<String, Object> params) {
        var count = entities.createQuery(query, Long.class);
        params.forEach(count::setParameter);
        return count.getSingleResult();
    }
}
