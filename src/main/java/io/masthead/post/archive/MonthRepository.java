package io.masthead.post.archive;

import io.masthead.platform.db.RowLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hibernate.query.NativeQuery;

/** The stored counts of months, all in one time zone. The number of a month is year × 12 + month − 1. */
@ApplicationScoped
class MonthRepository {

    private static final long ZONE = 1;

    private static final String PUBLISHED =
            " from Post p where p.type = POST and p.status = PUBLISHED and p.sortAt >= :from";

    private final EntityManager entities;

    MonthRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Latest first. */
    List<MonthCount> months() {
        List<?> rows = entities.createNativeQuery(
                        "select id, time_zone, published_count from post_month where published_count > 0"
                                + " order by id desc",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> MonthCount.of(
                        row.get(0, Number.class).longValue(),
                        row.get(2, Number.class).longValue(),
                        ZoneId.of(row.get(1, String.class))))
                .toList();
    }

    /** The sum of all months; empty before the first count. */
    OptionalLong total() {
        var row = (Tuple) entities.createNativeQuery(
                        "select z.time_zone, (select coalesce(sum(m.published_count), 0) from post_month m)"
                                + " from post_month_zone z where z.id = " + ZONE,
                        Tuple.class)
                .getSingleResult();
        return row.get(0, String.class).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(row.get(1, Number.class).longValue());
    }

    /** The time zone of the counts; empty before the first count. */
    Optional<ZoneId> zone() {
        return Optional.of((String) sql("select time_zone from post_month_zone where id = " + ZONE)
                        .getSingleResult())
                .filter(zone -> !zone.isEmpty())
                .map(ZoneId::of);
    }

    /** As {@link #zone()}. Until the end of the transaction nobody else adds a month or counts anew. */
    Optional<ZoneId> lockZone() {
        RowLocks.lock(entities, "post_month_zone", Set.of(ZONE));
        return zone();
    }

    /** Locks the months, in the order of their numbers; returns those that are stored. */
    List<Long> lock(Collection<Long> months) {
        return RowLocks.lock(entities, "post_month", months);
    }

    /** Returns how many of the months are stored in this time zone. A change of 0 makes others wait too. */
    int add(int delta, Collection<Long> months, ZoneId zone) {
        return sql("update post_month set published_count = published_count + :delta"
                        + " where id in (:months) and time_zone = :zone")
                .setParameter("delta", delta)
                .setParameterList("months", months)
                .setParameter("zone", zone.getId())
                .executeUpdate();
    }

    /** Stores the month, if it is not yet stored. The time zone must be locked. */
    void insert(long month, ZoneId zone) {
        sql("insert into post_month (id, time_zone, published_count) values (:month, :zone, 0) on conflict do nothing")
                .setParameter("month", month)
                .setParameter("zone", zone.getId())
                .executeUpdate();
    }

    /** Removes all months, waiting for those who change one. The time zone must be locked. */
    void clear(ZoneId zone) {
        sql("update post_month_zone set time_zone = :zone where id = " + ZONE)
                .setParameter("zone", zone.getId())
                .executeUpdate();
        sql("delete from post_month").executeUpdate();
    }

    /** The date of the first published post from an instant on. */
    Optional<Instant> firstFrom(Instant from) {
        return entities.createQuery(
                        "select p.sortAt" + PUBLISHED + " order by p.type, p.status, p.sortAt", Instant.class)
                .setParameter("from", from)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The number of published posts from one instant to another, which is excluded. */
    int count(Instant from, Instant until) {
        return entities.createQuery("select count(*)" + PUBLISHED + " and p.sortAt < :until", Long.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult()
                .intValue();
    }

    private NativeQuery<?> sql(String text) {
        // Without the name of its table, Hibernate would first flush all changes of the caller.
        return entities.createNativeQuery(text).unwrap(NativeQuery.class).addSynchronizedQuerySpace("post_month");
    }
}
