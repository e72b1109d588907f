package io.masthead.platform.db;

import io.masthead.kernel.Filter;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.hibernate.query.QueryProducer;

/** Creates HQL queries with the conditions and values of a filter. */
public final class FilteredQuery {

    private FilteredQuery() {}

    /** A query without an order. */
    public static <T> Query<T> of(EntityManager entities, Class<T> type, String select, Filter filter) {
        return of(entities, type, select, filter, "");
    }

    /** A query without an order. */
    public static <T> Query<T> of(QueryProducer session, Class<T> type, String select, Filter filter) {
        return of(session, type, select, filter, "");
    }

    /** As {@link #of(QueryProducer, Class, String, Filter, String)}. */
    public static <T> Query<T> of(EntityManager entities, Class<T> type, String select, Filter filter, String order) {
        QueryProducer session = entities.unwrap(Session.class);
        return of(session, type, select, filter, order);
    }

    /**
     * @param select all before the where clause, such as {@code "select p from Post p"}
     * @param order all after the where clause; may be empty
     */
    public static <T> Query<T> of(QueryProducer session, Class<T> type, String select, Filter filter, String order) {
        var query = session.createQuery(select + filter.where() + order, type);
        filter.params().forEach(query::setParameter);
        return query;
    }
}
