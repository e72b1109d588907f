package io.masthead.user;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

@ApplicationScoped
class ApiTokenRepository implements PanacheRepository<ApiToken> {

    /** One statement. */
    Optional<User> ownerOf(String tokenHash) {
        return getEntityManager()
                .createQuery(
                        "select u from ApiToken t join t.user u where t.tokenHash = :hash",
                        User.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }
}
