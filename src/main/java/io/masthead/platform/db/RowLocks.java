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
    public static List<Long> lock(EntityManager entities, String table, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : lock(entities, table, "id in (:value)", ids);
    }

    /**
     * As {@link #lock(EntityManager, String, Collection)}, for the rows that a condition picks.
     *
     * @param condition SQL with one parameter {@code :value}
     * @param value of that parameter
     */
    public static List<Long> lock(EntityManager entities, String table, String condition, Object value) {
        return lock(entities, table, condition, value, EitherDialect.forUpdate());
    }

    /**
     * As {@link #lock(EntityManager, String, Collection)}, and nobody can begin to refer to the
     * rows either. Those who have begun are waited for, so that what is read afterwards is all that
     * refers to them.
     */
    public static List<Long> lockForDeletion(EntityManager entities, String table, Collection<Long> ids) {
        return lock(entities, table, "id in (:value)", ids, " for update");
    }

    /**
     * Keeps a row, which the caller is about to refer to, from being deleted before the end of the
     * transaction. PostgreSQL does so itself by its foreign keys; H2's hold nothing.
     */
    public static void lockAgainstDeletion(EntityManager entities, String table, long id) {
        if (!EitherDialect.isPostgresql()) {
            lock(entities, table, List.of(id));
        }
    }

    private static List<Long> lock(EntityManager entities, String table, String condition, Object value, String clause) {
        NativeQuery<?> query = entities.createNativeQuery(
                        "select id from %s where %s order by id%s".formatted(table, condition, clause), Long.class)
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
