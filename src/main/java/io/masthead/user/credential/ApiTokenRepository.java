package io.masthead.user.credential;

import io.masthead.user.User;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ApiTokenRepository implements PanacheRepository<ApiToken> {

    /** Reads the owner too, in one statement. */
    Optional<ApiToken> findByHash(TokenKind kind, String tokenHash) {
        return find(
                        "select t from ApiToken t join fetch t.user" + " where t.tokenHash = ?1 and t.kind = ?2",
                        tokenHash,
                        kind)
                .singleResultOptional();
    }

    /** Locks a user against deletion and against further tokens until the transaction ends. */
    Optional<User> lockOwner(long id) {
        return Optional.ofNullable(getEntityManager().find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    long countOwned(TokenKind kind, long ownerId) {
        return count("kind = ?1 and user.id = ?2", kind, ownerId);
    }

    /** Latest first. */
    List<ApiToken> owned(TokenKind kind, long ownerId, int limit) {
        return find("kind = ?1 and user.id = ?2 order by id desc", kind, ownerId)
                .range(0, limit - 1)
                .list();
    }

    /** Locks it, so that only one of two concurrent revocations succeeds. */
    Optional<ApiToken> findOwned(TokenKind kind, long ownerId, long id) {
        return find("kind = ?1 and user.id = ?2 and id = ?3", kind, ownerId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** As {@link #findOwned(TokenKind, long, long)}, for an application password. */
    Optional<ApiToken> findOwned(long ownerId, String uuid) {
        return find("user.id = ?1 and uuid = ?2", ownerId, uuid)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** One application password of a user. */
    Optional<ApiToken> findPassword(long ownerId, long id) {
        return find("user.id = ?1 and id = ?2 and kind = ?3", ownerId, id, TokenKind.APPLICATION_PASSWORD)
                .singleResultOptional();
    }

    /** Keeps a later use that another node recorded. */
    void recordUse(long id, Instant at, String address) {
        getEntityManager()
                .createNativeQuery("update api_token set last_used_at = :at, last_address = :address"
                        + " where id = :id"
                        + " and (last_used_at is null or last_used_at < :at)")
                .setParameter("at", at)
                .setParameter("address", address)
                .setParameter("id", id)
                .executeUpdate();
    }
}
