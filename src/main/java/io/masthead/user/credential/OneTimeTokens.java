package io.masthead.user.credential;

import io.masthead.platform.db.UntilShutdown;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gives out secrets that serve once and for a short time, such as the link of a mail. */
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
     * @param purpose the form it gets, and the one thing it is good for
     * @param userId whose it is; null where that is not decided yet
     * @param detail what its giver needs to know again, at most 2,000 characters
     * @return the secret, of which only the hash is stored
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
     * Looks without spending it. What is not of the form is refused without a statement.
     *
     * @return empty if it was never given out, is spent, or too old
     */
    public Optional<OneTimeToken> peek(SecretFormat purpose, String secret) {
        return purpose.isWellFormed(secret)
                ? secrets.find(SecretFormat.sha256(secret), purpose, clock.instant())
                : Optional.empty();
    }

    /** As {@link #peek}, and spends it: of many at once exactly one gets it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<OneTimeToken> spend(SecretFormat purpose, String secret) {
        return peek(purpose, secret).filter(found -> secrets.delete("hash = ?1", found.hash()) == 1);
    }

    /** None of this kind serves the user any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revoke(SecretFormat purpose, long userId) {
        secrets.delete("userId = ?1 and purpose = ?2", userId, purpose);
    }

    /** As {@link #revoke}, of every kind: no first step that was made before leads on. */
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
