package io.masthead.user.credential;

import io.masthead.platform.db.UntilShutdown;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Issues tokens that can be used once and for a short time, such as those in mailed links. */
@ApplicationScoped
@Transactional
public class OneTimeTokens {

    private final OneTimeTokenRepository secrets;
    private final Clock clock;

    OneTimeTokens(OneTimeTokenRepository secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param purpose decides the format; the token is valid for nothing else
     * @param userId the owner; null if not decided yet
     * @param detail data of the issuer, at most 2,000 characters
     * @return the token, of which only the hash is stored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String issue(SecretFormat purpose, Long userId, String detail, Duration lifetime) {
        var secret = purpose.generate();
        secrets.persist(new OneTimeToken(
                SecretFormat.sha256(secret),
                purpose,
                userId,
                detail,
                clock.instant().plus(lifetime)));
        return secret;
    }

    /**
     * Finds a token without spending it. Malformed text is refused without a statement.
     *
     * @return empty if it was never issued, is spent, or has expired
     */
    public Optional<OneTimeToken> peek(SecretFormat purpose, String secret) {
        return purpose.isWellFormed(secret)
                ? secrets.find(SecretFormat.sha256(secret), purpose, clock.instant())
                : Optional.empty();
    }

    /** As {@link #peek}, and spends it: of concurrent calls exactly one succeeds. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<OneTimeToken> spend(SecretFormat purpose, String secret) {
        return peek(purpose, secret).filter(found -> secrets.delete("hash = ?1", found.hash()) == 1);
    }

    /** Revokes the user's tokens of one purpose. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revoke(SecretFormat purpose, long userId) {
        secrets.delete("userId = ?1 and purpose = ?2", userId, purpose);
    }

    /** Revokes all tokens of the user, including those for the second step of a sign-in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeAll(long userId) {
        secrets.delete("userId = ?1", userId);
    }

    @UntilShutdown
    @Scheduled(every = "1h", delayed = "1m")
    void purge() {
        secrets.delete("expiresAt <= ?1", clock.instant());
    }
}
