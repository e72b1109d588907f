package io.masthead.comment.spam;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.query.NativeQuery;

/**
 * Requires a minimum time between two comments of one user, e-mail address or network address, across all
 * nodes. Names are stored as signatures, which cannot be reversed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CommentThrottle {

    private static final String USE = "comment.throttle";

    private final EntityManager entities;
    private final Signatures signatures;
    private final Clock clock;

    CommentThrottle(EntityManager entities, Signatures signatures, Clock clock) {
        this.entities = entities;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * Records that these comment now. One statement for names without a recent comment, two for others.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_FLOOD}
     */
    public void acquire(List<String> names, Duration interval) {
        if (interval.isZero()) {
            return;
        }
        // In one order everywhere, to avoid deadlocks.
        var keys = new TreeSet<String>();
        names.forEach(name -> keys.add(signatures.sign(USE, name)));
        var now = clock.instant();
        int passed = insert(List.copyOf(keys), now);
        if (passed < keys.size()) {
            // Rows that were just inserted are too recent to be renewed, like those that must wait.
            passed += renew(keys, now, now.minus(interval));
        }
        if (passed < keys.size()) {
            throw new CmsException(
                    ErrorCode.COMMENT_FLOOD,
                    "You are commenting too quickly; wait %d seconds between two comments."
                            .formatted(interval.toSeconds()),
                    interval);
        }
    }

    /** Deletes those that need not wait any more. */
    public void purge(Duration interval) {
        statement("delete from comment_throttle where last_at <= :before")
                .setParameter("before", clock.instant().minus(interval))
                .executeUpdate();
    }

    private int insert(List<String> keys, Instant now) {
        var rows = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            rows.append(i == 0 ? "" : ", ").append("(:name").append(i).append(", :now)");
        }
        var insert =
                statement("insert into comment_throttle (name, last_at) values " + rows + " on conflict do nothing");
        for (int i = 0; i < keys.size(); i++) {
            insert.setParameter("name" + i, keys.get(i));
        }
        return insert.setParameter("now", now).executeUpdate();
    }

    private int renew(Set<String> keys, Instant now, Instant before) {
        return statement(
                        "update comment_throttle set last_at = :now" + " where name in (:names) and last_at <= :before")
                .setParameter("now", now)
                .setParameterList("names", keys)
                .setParameter("before", before)
                .executeUpdate();
    }

    private NativeQuery<?> statement(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class).addSynchronizedQuerySpace("comment_throttle");
    }
}
