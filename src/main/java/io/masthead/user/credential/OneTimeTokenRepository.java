package io.masthead.user.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class OneTimeTokenRepository implements PanacheRepositoryBase<OneTimeToken, String> {

    Optional<OneTimeToken> find(String hash, SecretFormat purpose, Instant now) {
        return find("hash = ?1 and purpose = ?2 and expiresAt > ?3", hash, purpose, now)
                .singleResultOptional();
    }
}
