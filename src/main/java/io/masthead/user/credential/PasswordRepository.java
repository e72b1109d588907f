package io.masthead.user.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
class PasswordRepository {

    private final EntityManager entities;

    PasswordRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** A login goes before an e-mail address of the same spelling. */
    Optional<LoginAccount> findAccount(String loginOrEmailKey) {
        List<?> found = entities.createNativeQuery("select u.id, u.suspended_at, p.hash, p.changed_at from users u"
                        + " left join user_password p on p.user_id = u.id"
                        + " where u.login_key = :key or u.email_key = :key"
                        + " order by case when u.login_key = :key then 0 else 1 end")
                .unwrap(NativeQuery.class)
                .addScalar("id", StandardBasicTypes.LONG)
                .addScalar("suspended_at", StandardBasicTypes.INSTANT)
                .addScalar("hash", StandardBasicTypes.STRING)
                .addScalar("changed_at", StandardBasicTypes.INSTANT)
                .setParameter("key", loginOrEmailKey)
                .setMaxResults(1)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new LoginAccount((Long) row[0], row[1] != null, (String) row[2], (Instant) row[3]))
                .findFirst();
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
