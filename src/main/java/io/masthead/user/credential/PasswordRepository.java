package io.masthead.user.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PasswordRepository {

    private final EntityManager entities;

    PasswordRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<String> find(long userId) {
        List<?> found = entities.createNativeQuery("select hash from user_password where user_id = :user", String.class)
                .setParameter("user", userId)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** One statement for a first password, two for others. */
    void put(long userId, String hash, Instant now) {
        int inserted = entities.createNativeQuery("insert into user_password (user_id, hash, changed_at)"
                        + " values (:user, :hash, :now) on conflict do nothing")
                .setParameter("user", userId)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .executeUpdate();
        if (inserted == 0) {
            entities.createNativeQuery(
                            "update user_password set hash = :hash, changed_at = :now" + " where user_id = :user")
                    .setParameter("user", userId)
                    .setParameter("hash", hash)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /**
     * When it was set, if ever. It stays locked until the end of the transaction, so that others who set a
     * password wait.
     */
    Optional<Instant> lockChangedAt(long userId) {
        return changedAt(userId, " for update");
    }

    Optional<Instant> changedAt(long userId) {
        return changedAt(userId, "");
    }

    private Optional<Instant> changedAt(long userId, String locking) {
        List<?> found = entities.createNativeQuery(
                        "select changed_at from user_password where user_id = :user" + locking, Instant.class)
                .setParameter("user", userId)
                .getResultList();
        return found.stream().map(Instant.class::cast).findFirst();
    }

    /**
     * Replaces the hash by another one of the same password, unless the password has changed in the meantime.
     */
    void replace(long userId, String hash, String successor) {
        entities.createNativeQuery(
                        "update user_password set hash = :successor" + " where user_id = :user and hash = :hash")
                .setParameter("successor", successor)
                .setParameter("user", userId)
                .setParameter("hash", hash)
                .executeUpdate();
    }
}
