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

    private final OneTimeTokenRepository tokens;
    private final Clock clock;

    OneTimeTokens(OneTimeTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
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
        var token = purpose.generate();
        tokens.persist(new OneTimeToken(
                SecretFormat.sha256(token),
                purpose,
                userId,
                detail,
                clock.instant().plus(lifetime)));
        return token;
    }

    /**
     * Finds a token without spending it. Malformed text is refused without a statement.
     *
     * @return empty if it was never issued, is spent, or has expired
     */
    public Optional<OneTimeToken> peek(SecretFormat purpose, String token) {
        return purpose.isWellFormed(token)
                ? tokens.find(SecretFormat.sha256(token), purpose, clock.instant())
                : Optional.empty();
    }

    /** As {@link #peek}, and spends it: of concurrent calls exactly one succeeds. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<OneTimeToken> spend(SecretFormat purpose, String token) {
        return peek(purpose, token).filter(found -> tokens.delete("hash = ?1", found.hash()) == 1);
    }

    /** Revokes the user's tokens of one purpose. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revoke(SecretFormat purpose, long userId) {
        tokens.delete("userId = ?1 and purpose = ?2", userId, purpose);
    }

    /** Revokes all tokens of the user, including those for the second step of a sign-in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeAll(long userId) {
        tokens.delete("userId = ?1", userId);
    }

    @UntilShutdown
    @Scheduled(every = "1h", delayed = "1m")
    void purge() {
        tokens.delete("expiresAt <= ?1", clock.instant());
    }
}
