package io.masthead.platform.idempotency;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.RequestKey;
import io.masthead.platform.db.UntilShutdown;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Does a write once for each key that a client sends. The key is stored in the transaction of the
 * write, so that either both are there or neither is; a refused write leaves the key unused.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int GUEST_KEY_LENGTH = 16;
    private static final Pattern SYNTAX = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** How PostgreSQL and H2 say that a lock was not to be had in time. */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("55P03", "HYT00");

    private final KeptKeyRepository keys;
    private final Clock clock;

    Idempotency(KeptKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes, or finds what the same request wrote within the last 24 hours.
     *
     * @param key null where the client sent none; otherwise 1 to 255 visible ASCII characters, kept
     *     apart for each user
     * @param kind what the id belongs to, such as {@code "term"}
     * @param write gives the id of what it wrote
     * @return the id of what was written, now or then
     * @throws CmsException {@link ErrorCode#IDEMPOTENCY_KEY_INVALID}, {@link
     *     ErrorCode#IDEMPOTENCY_KEY_REUSED} for another operation or body, {@link
     *     ErrorCode#IDEMPOTENCY_KEY_IN_USE} while the first request is still running after the
     *     database's lock time-out of 3 s
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long once(RequestKey key, String kind, Actor actor, LongSupplier write) {
        if (key != null && actor.isAnonymous()) {
            throw actor.refused("send an Idempotency-Key");
        }
        return once(key, kind, "user/" + actor.userId(), 1, write);
    }

    /**
     * As {@link #once(RequestKey, String, Actor, LongSupplier)}, where guests may write too: their
     * keys have at least 16 characters, and are kept apart for each address.
     *
     * @param address the network address of the caller
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long once(RequestKey key, String kind, Actor actor, String address, LongSupplier write) {
        return actor.isAnonymous()
                ? once(key, kind, "guest/" + address, GUEST_KEY_LENGTH, write)
                : once(key, kind, actor, write);
    }

    private long once(RequestKey key, String kind, String space, int minLength, LongSupplier write) {
        if (key == null) {
            return write.getAsLong();
        }
        if (!SYNTAX.matcher(key.value()).matches() || key.value().length() < minLength) {
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "An Idempotency-Key has %d to 255 visible ASCII characters.".formatted(minLength));
        }
        if (!reserve(space, key, kind)) {
            return earlierResult(space, key);
        }
        long id = write.getAsLong();
        keys.complete(space, key.value(), id);
        return id;
    }

    /**
     * Forgets the keys that are older than 24 hours; they no longer count in any case.
     *
     * @return how many
     */
    @Transactional
    public long purge() {
        return keys.removeExpired(clock.instant().minus(KEPT));
    }

    @UntilShutdown
    @Scheduled(every = "24h", delayed = "1m")
    @Transactional
    void purgeDaily() {
        purge();
    }

    private boolean reserve(String space, RequestKey key, String kind) {
        var now = clock.instant();
        try {
            if (keys.insert(space, key, kind, now)) {
                return true;
            }
            keys.removeExpired(space, key.value(), now.minus(KEPT));
            return keys.insert(space, key, kind, now);
        } catch (PersistenceException e) {
            if (isLockTimeout(e)) {
                throw inUse();
            }
            throw e;
        }
    }

    private long earlierResult(String space, RequestKey key) {
        // Gone only if its transaction was undone since the insert met it.
        var kept = keys.find(space, key.value()).orElseThrow(Idempotency::inUse);
        if (!kept.standsFor(key)) {
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before with another operation or body; a new"
                            + " request needs a new key.");
        }
        if (kept.resultId() == null) {
            throw inUse();
        }
        return kept.resultId();
    }

    private static CmsException inUse() {
        return new CmsException(
                ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                "The first request with this Idempotency-Key is still running; repeat this one in" + " a few seconds.");
    }

    private static boolean isLockTimeout(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_TIMEOUTS.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
