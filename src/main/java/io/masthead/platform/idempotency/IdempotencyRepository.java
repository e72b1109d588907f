package io.masthead.platform.idempotency;

import io.masthead.kernel.RequestKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class IdempotencyRepository implements PanacheRepositoryBase<IdempotencyRecord, IdempotencyRecord.Key> {

    /** False if the key exists; waits for another transaction that is writing it. */
    boolean insert(String space, RequestKey key, String resultKind, Instant now) {
        // In SQL, since Hibernate adds an alias to the table that H2 does not parse.
        NativeQuery<?> insert = getEntityManager()
                .createNativeQuery("insert into idempotency_key"
                        + " (key_space, name, operation, body_hash, result_kind,"
                        + " created_at)"
                        + " values (:space, :name, :operation, :hash, :kind, :now)"
                        + " on conflict do nothing")
                .unwrap(NativeQuery.class);
        return insert.addSynchronizedEntityClass(IdempotencyRecord.class)
                        .setParameter("space", space)
                        .setParameter("name", key.value())
                        .setParameter("operation", key.operation())
                        .setParameter("hash", key.bodyHash())
                        .setParameter("kind", resultKind)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<IdempotencyRecord> find(String space, String name) {
        return find("space = ?1 and name = ?2", space, name).singleResultOptional();
    }

    void complete(String space, String name, long resultId) {
        update("resultId = ?1 where space = ?2 and name = ?3", resultId, space, name);
    }

    void removeExpired(String space, String name, Instant before) {
        delete("space = ?1 and name = ?2 and createdAt < ?3", space, name, before);
    }

    long removeExpired(Instant before) {
        return delete("createdAt < ?1", before);
    }
}
