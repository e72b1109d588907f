package io.masthead.user.token;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class ApiTokenRepository implements PanacheRepository<ApiToken> {

    /** With its owner, in one statement. */
    Optional<ApiToken> findByHash(TokenKind kind, String tokenHash) {
        return find(
                        "select t from ApiToken t join fetch t.user"
                                + " where t.tokenHash = ?1 and t.kind = ?2",
                        tokenHash,
                        kind)
                .singleResultOptional();
    }

    /** A later use that was noted by another node stays. */
    void recordUse(long id, Instant at, String address) {
        getEntityManager()
                .createNativeQuery(
                        "update api_token set last_used_at = :at, last_address = :address"
                                + " where id = :id"
                                + " and (last_used_at is null or last_used_at < :at)")
                .setParameter("at", at)
                .setParameter("address", address)
                .setParameter("id", id)
                .executeUpdate();
    }
}
