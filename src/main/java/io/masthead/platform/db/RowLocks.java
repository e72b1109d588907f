package io.masthead.platform.db;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * Locks rows until the end of the transaction, before they are read, so that the transaction reads the state
 * that it changes. The order is the same everywhere to avoid deadlocks: the settings, then posts, terms, users,
 * months, media, the files of media ({@code media_file}) and comments, each by id; slugs only after all of these. An
 * import and its site come before all of them.
 */
public final class RowLocks {

    private RowLocks() {}

    /**
     * Waits for others that have locked them.
     *
     * @param table one with the key {@code id}
     * @return those that exist, in ascending order
     */
    public static List<Long> lock(EntityManager entities, String table, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : lock(entities, table, "id in (:value)", ids);
    }

    /**
     * As {@link #lock(EntityManager, String, Collection)}, for the rows that match a condition.
     *
     * @param condition SQL with one parameter {@code :value}
     * @param value of that parameter
     */
    public static List<Long> lock(EntityManager entities, String table, String condition, Object value) {
        return lock(entities, table, condition, value, EitherDialect.forUpdate());
    }

    /**
     * As {@link #lock(EntityManager, String, Collection)}, and also prevents new references to the rows.
     * Transactions with such references are waited for, so that all references can be read afterwards.
     */
    public static List<Long> lockForDeletion(EntityManager entities, String table, Collection<Long> ids) {
        return lock(entities, table, "id in (:value)", ids, " for update");
    }

    /**
     * Prevents the deletion of a row, which the caller is about to refer to, until the end of the transaction.
     * PostgreSQL's foreign keys do so already; H2's lock nothing.
     */
    public static void lockAgainstDeletion(EntityManager entities, String table, long id) {
        if (!EitherDialect.isPostgresql()) {
            lock(entities, table, List.of(id));
        }
    }

    /**
     * The locking clause of a {@code select} with outer joins: it locks the rows of the first table for a
     * change that keeps their keys.
     *
     * @param alias of the first table
     */
    public static String forUpdate(String alias) {
        return EitherDialect.isPostgresql() ? EitherDialect.forUpdate() + " of " + alias : EitherDialect.forUpdate();
    }

    private static List<Long> lock(
            EntityManager entities, String table, String condition, Object value, String clause) {
        NativeQuery<?> query = entities.createNativeQuery(
                        "select id from %s where %s order by id%s".formatted(table, condition, clause), Long.class)
                .unwrap(NativeQuery.class);
        // Without the name of its table, Hibernate would first flush all changes of the caller.
        query.addSynchronizedQuerySpace(table);
        if (value instanceof Collection<?> values) {
            query.setParameterList("value", values);
        } else {
            query.setParameter("value", value);
        }
        return query.getResultList().stream().map(Long.class::cast).toList();
    }
}
