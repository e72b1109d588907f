package io.masthead.user.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * Counts that drain by themselves, each kept as the one time at which it will be empty (GCRA, the
 * generic cell rate algorithm). All times are in microseconds since 1970.
 */
@ApplicationScoped
class AttemptRepository {

    /** Clocks of two nodes differ by less than this, in microseconds. */
    private static final long SKEW = 300_000_000;

    private final EntityManager entities;

    AttemptRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts one more, unless that is too many; waits for others that count the same name. */
    boolean take(String name, AttemptLimit limit, long now) {
        // A count that has been forgotten between the first two is begun by the third.
        return begin(name, limit, now) || add(name, limit, now) || begin(name, limit, now);
    }

    /** Takes one back; nothing happens where none is counted. */
    void giveBack(String name, AttemptLimit limit, long now) {
        statement("update attempt set expires_at = expires_at - :step" + " where name = :name and expires_at > :now")
                .setParameter("name", name)
                .setParameter("step", limit.step())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How long until one more is free; 0 where it is. */
    long waitFor(String name, AttemptLimit limit, long now) {
        var end = find(name);
        if (end == null || end > now + limit.reach() + SKEW) {
            return 0;
        }
        return Math.max(0, end - limit.tolerance() - now);
    }

    void remember(String name, long until) {
        var renewed = statement("update attempt set expires_at = :until where name = :name")
                .setParameter("name", name)
                .setParameter("until", until)
                .executeUpdate();
        if (renewed == 0) {
            insert(name, until);
        }
    }

    boolean isRemembered(String name, long now) {
        var end = find(name);
        return end != null && end > now;
    }

    void forget(String name) {
        statement("delete from attempt where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    void forgetPast(long now) {
        statement("delete from attempt where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    private boolean begin(String name, AttemptLimit limit, long now) {
        return insert(name, now + limit.step());
    }

    /**
     * An end that no attempt can have brought about was written while a clock was wrong; it would
     * shut its owner out until then.
     */
    private boolean add(String name, AttemptLimit limit, long now) {
        return statement("update attempt set expires_at = :step + case"
                                + " when expires_at > :now and expires_at <= :possible"
                                + " then expires_at else :now end"
                                + " where name = :name"
                                + " and (expires_at <= :latest or expires_at > :possible)")
                        .setParameter("step", limit.step())
                        .setParameter("now", now)
                        .setParameter("possible", now + limit.reach() + SKEW)
                        .setParameter("latest", now + limit.tolerance())
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }

    private boolean insert(String name, long end) {
        return statement("insert into attempt (name, expires_at) values (:name, :end)" + " on conflict do nothing")
                        .setParameter("name", name)
                        .setParameter("end", end)
                        .executeUpdate()
                == 1;
    }

    private Long find(String name) {
        List<?> found = entities.createNativeQuery("select expires_at from attempt where name = :name", Long.class)
                .unwrap(NativeQuery.class)
                .addSynchronizedQuerySpace("attempt")
                .setParameter("name", name)
                .getResultList();
        return found.isEmpty() ? null : (Long) found.get(0);
    }

    private NativeQuery<?> statement(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class).addSynchronizedQuerySpace("attempt");
    }
}
