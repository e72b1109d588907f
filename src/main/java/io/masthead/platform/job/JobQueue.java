package io.masthead.platform.job;

import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

/**
 * The table of jobs. Due times use the application's clock; leases use the database's clock, so that a node
 * with a wrong clock cannot take jobs from others.
 */
@ApplicationScoped
class JobQueue {

    /**
     * A job that this node has claimed.
     *
     * @param id changes when the job is scheduled again
     * @param attempts the number of attempts, including this one
     */
    record Claim(long id, String kind, long subjectId, int attempts) {}

    private static final String CLAIMABLE =
            " due_at <= :now and (claimed_until is null or claimed_until < current_timestamp)";
    private static final String LEASE = "current_timestamp + interval '60' second";

    private final EntityManager entities;

    JobQueue(EntityManager entities) {
        this.entities = entities;
    }

    // --- In the caller's transaction ------------------------------------------------------------

    void put(String kind, long subjectId, Instant dueAt) {
        put(kind, subjectId, dueAt, "due_at = :due, attempts = 0");
    }

    /** As {@link #put(String, long, Instant)}, but a job that waits keeps its due time. */
    void putUnlessWaiting(String kind, long subjectId, Instant dueAt) {
        put(kind, subjectId, dueAt, "due_at = case when claimed_by is null then due_at else :due end");
    }

    private void put(String kind, long subjectId, Instant dueAt, String change) {
        // A claim stays: its node releases it, so that the job does not run twice at once.
        var renew = "update job set id = nextval('job_id_seq'), "
                + change
                + " where kind = :kind and subject_id = :subject";
        var insert = "insert into job (id, kind, subject_id, due_at, attempts)"
                + " values (nextval('job_id_seq'), :kind, :subject, :due, 0)"
                + " on conflict do nothing";
        for (var statement : List.of(insert, renew, insert)) {
            int changed = statement(statement)
                    .setParameter("kind", kind)
                    .setParameter("subject", subjectId)
                    .setParameter("due", dueAt)
                    .executeUpdate();
            if (changed > 0) {
                return;
            }
        }
        throw new IllegalStateException("The job " + kind + " " + subjectId + " cannot be queued");
    }

    /** As {@link #put(String, long, Instant)}, for several jobs, by subject. */
    void put(String kind, SortedMap<Long, Instant> dueAt) {
        if (dueAt.isEmpty()) {
            return;
        }
        var rows = IntStream.range(0, dueAt.size())
                .mapToObj("(nextval('job_id_seq'), :kind, :subject%1$d, :due%1$d, 0)"::formatted)
                .collect(Collectors.joining(", "));
        var insert = statement("insert into job (id, kind, subject_id, due_at, attempts) values "
                        + rows
                        + " on conflict do nothing")
                .setParameter("kind", kind);
        int number = 0;
        for (var promise : dueAt.entrySet()) {
            insert.setParameter("subject" + number, promise.getKey())
                    .setParameter("due" + number++, promise.getValue());
        }
        if (insert.executeUpdate() < dueAt.size()) {
            dueAt.forEach((subjectId, time) -> put(kind, subjectId, time));
        }
    }

    void remove(String kind, long subjectId) {
        remove(kind, List.of(subjectId));
    }

    void remove(String kind, Collection<Long> subjectIds) {
        statement("delete from job where kind = :kind and subject_id in (:subjects)")
                .setParameter("kind", kind)
                .setParameterList("subjects", subjectIds)
                .executeUpdate();
    }

    // --- In transactions of its own -------------------------------------------------------------

    /** The kinds with a due job that no node has claimed. */
    List<String> dueKinds(Instant now) {
        return Transactions.requiringNew()
                .call(() -> withQuerySpace(entities.createNativeQuery(
                                "select distinct kind from job where" + CLAIMABLE, String.class))
                        .setParameter("now", now)
                        .getResultList()
                        .stream()
                        .map(String.class::cast)
                        .toList());
    }

    /** Claims the job of a kind that has been due longest. */
    Optional<Claim> claim(String kind, String node, Instant now) {
        return Transactions.requiringNew().call(() -> take(kind, node, now));
    }

    private Optional<Claim> take(String kind, String node, Instant now) {
        var due = withQuerySpace(entities.createNativeQuery(
                        "select id, subject_id, attempts from job"
                                + " where kind = :kind and"
                                + CLAIMABLE
                                + " order by due_at, id limit 1"
                                + " for update skip locked",
                        Tuple.class))
                .setParameter("kind", kind)
                .setParameter("now", now)
                .getResultList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var row = (Tuple) due.get(0);
        var claim = new Claim(
                row.get(0, Number.class).longValue(),
                kind,
                row.get(1, Number.class).longValue(),
                row.get(2, Number.class).intValue() + 1);
        statement("update job set attempts = :attempts, claimed_by = :node, claimed_until = "
                        + LEASE
                        + " where id = :id")
                .setParameter("attempts", claim.attempts())
                .setParameter("node", node)
                .setParameter("id", claim.id())
                .executeUpdate();
        return Optional.of(claim);
    }

    /** Extends the leases of these claims. */
    void extend(String node, Collection<Claim> claims) {
        Transactions.requiringNew()
                .run(() -> claims.forEach(claim -> ofClaim("update job set claimed_until = " + LEASE, claim, node)
                        .executeUpdate()));
    }

    /** Deletes a finished job, unless it has been scheduled again in the meantime. */
    void finish(Claim claim, String node) {
        Transactions.requiringNew().run(() -> {
            ofClaim("delete from job", claim, node, " and id = :id")
                    .setParameter("id", claim.id())
                    .executeUpdate();
            release(claim, node, ", attempts = 0");
        });
    }

    /**
     * Reschedules a failed job, unless it has been scheduled again in the meantime, which resets its attempts.
     */
    void retry(Claim claim, String node, Instant dueAt) {
        Transactions.requiringNew().run(() -> {
            ofClaim("update job set due_at = :due", claim, node, " and attempts = :attempts")
                    .setParameter("due", dueAt)
                    .setParameter("attempts", claim.attempts())
                    .executeUpdate();
            release(claim, node, "");
        });
    }

    private void release(Claim claim, String node, String change) {
        ofClaim("update job set claimed_by = null, claimed_until = null" + change, claim, node)
                .executeUpdate();
    }

    private NativeQuery<?> ofClaim(String change, Claim claim, String node) {
        return ofClaim(change, claim, node, "");
    }

    private NativeQuery<?> ofClaim(String change, Claim claim, String node, String condition) {
        return statement(change
                        + " where kind = :kind and subject_id = :subject"
                        + " and claimed_by = :node"
                        + condition)
                .setParameter("kind", claim.kind())
                .setParameter("subject", claim.subjectId())
                .setParameter("node", node);
    }

    private NativeQuery<?> statement(String sql) {
        return withQuerySpace(entities.createNativeQuery(sql));
    }

    /** Without the name of its table, Hibernate would first flush all changes of the caller. */
    private static NativeQuery<?> withQuerySpace(jakarta.persistence.Query query) {
        return query.unwrap(NativeQuery.class).addSynchronizedQuerySpace("job");
    }
}
