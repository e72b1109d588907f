package io.masthead.platform.db;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * Holds rows still until the end of the transaction, before they are read: what is read afterwards
 * is what the transaction changes. The order is the same everywhere, so that two transactions never
 * wait for each other: the settings, then posts, terms, users, media and comments, each by ids.
 */
public final class RowLocks {

    private RowLocks() {}

    /**
     * Waits for others who hold them.
     *
     * @param table one whose key is {@code id}
     * @return those that are there, in ascending order
     */
    public static List<Long> hold(EntityManager entities, String table, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : hold(entities, table, "id in (:value)", ids);
    }

    /**
     * As {@link #hold(EntityManager, String, Collection)}, for the rows that a condition picks.
     *
     * @param condition SQL with one parameter {@code :value}
     * @param value of that parameter
     */
    public static List<Long> hold(EntityManager entities, String table, String condition, Object value) {
        return hold(entities, table, condition, value, EitherDialect.forUpdate());
    }

    /**
     * As {@link #hold(EntityManager, String, Collection)}, and nobody can begin to refer to the
     * rows either. Those who have begun are waited for, so that what is read afterwards is all that
     * refers to them.
     */
    public static List<Long> holdForDeletion(EntityManager entities, String table, Collection<Long> ids) {
        return hold(entities, table, "id in (:value)", ids, " for update");
    }

    /**
     * Keeps a row, which the caller is about to refer to, from being deleted before the end of the
     * transaction. PostgreSQL does so itself by its foreign keys; H2's hold nothing.
     */
    public static void keep(EntityManager entities, String table, long id) {
        if (!EitherDialect.isPostgresql()) {
            hold(entities, table, List.of(id));
        }
    }

    /**
     * The end of a {@code select} that locks the rows of one of its tables for a change that leaves
     * their keys as they are. H2 locks the rows of all its tables.
     *
     * @param alias of the table
     */
    public static String forUpdate(String alias) {
        return EitherDialect.isPostgresql() ? EitherDialect.forUpdate() + " of " + alias : EitherDialect.forUpdate();
    }

    private static List<Long> hold(EntityManager entities, String table, String condition, Object value, String lock) {
        NativeQuery<?> query = entities.createNativeQuery(
                        "select id from %s where %s order by id%s".formatted(table, condition, lock), Long.class)
                .unwrap(NativeQuery.class);
        // Without the name of its table, it would first write all that the caller has changed.
        query.addSynchronizedQuerySpace(table);
        if (value instanceof Collection<?> values) {
            query.setParameterList("value", values);
        } else {
            query.setParameter("value", value);
        }
        return query.getResultList().stream().map(Long.class::cast).toList();
    }
}
