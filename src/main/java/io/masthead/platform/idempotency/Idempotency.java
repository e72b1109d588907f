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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Executes a write once per key that a client sends. The key is stored in the transaction of the write; a
 * refused write leaves the key unused.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int GUEST_KEY_LENGTH = 16;
    private static final Pattern SYNTAX = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** The SQL states of PostgreSQL and H2 for a lock time-out. */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("55P03", "HYT00");

    private final IdempotencyRepository keys;
    private final Clock clock;

    Idempotency(IdempotencyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Executes the write, or finds the result of the same request within the last 24 hours.
     *
     * @param key null if the client sent none; otherwise 1 to 255 visible ASCII characters, separate for each
     *     user
     * @param kind what the id belongs to, such as {@code "term"}
     * @param write returns the id of what it wrote
     * @return the id of what was written, now or by the earlier request
     * @throws CmsException {@link ErrorCode#IDEMPOTENCY_KEY_INVALID}, {@link ErrorCode#IDEMPOTENCY_KEY_REUSED}
     *     for another operation or body, {@link ErrorCode#IDEMPOTENCY_KEY_IN_USE} while the first request is
     *     still running after the database's lock time-out of 3 s
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long once(RequestKey key, String kind, Actor actor, LongSupplier write) {
        if (key != null && actor.isAnonymous()) {
            throw actor.refused("send an Idempotency-Key");
        }
        return once(key, kind, "user/" + actor.userId(), 1, write);
    }

    /**
     * As {@link #once(RequestKey, String, Actor, LongSupplier)}, if guests may write too: their keys have at
     * least 16 characters, separate for each address.
     *
     * @param address the client's network address
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long once(RequestKey key, String kind, Actor actor, String address, LongSupplier write) {
        return actor.isAnonymous()
                ? once(key, kind, "guest/" + address, GUEST_KEY_LENGTH, write)
                : once(key, kind, actor, write);
    }

    /**
     * Finds what {@link #once(RequestKey, String, Actor, LongSupplier)} would find, for requests that take long before
     * they write.
     *
     * @param key null if the client sent none
     * @return empty if there was no such request, or it has not written yet
     * @throws CmsException as {@code once}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OptionalLong find(RequestKey key, Actor actor) {
        if (key == null) {
            return OptionalLong.empty();
        }
        requireValid(key, 1);
        var earliest = clock.instant().minus(KEPT);
        var kept = keys.find("user/" + actor.userId(), key.value())
                .filter(one -> !one.createdAt().isBefore(earliest));
        if (kept.isEmpty()) {
            return OptionalLong.empty();
        }
        requireMatch(kept.get(), key);
        return kept.get().resultId() == null
                ? OptionalLong.empty()
                : OptionalLong.of(kept.get().resultId());
    }

    private long once(RequestKey key, String kind, String space, int minLength, LongSupplier write) {
        if (key == null) {
            return write.getAsLong();
        }
        requireValid(key, minLength);
        if (!reserve(space, key, kind)) {
            return earlierResult(space, key);
        }
        long id = write.getAsLong();
        keys.complete(space, key.value(), id);
        return id;
    }

    /**
     * Deletes keys older than 24 hours, which are ignored in any case.
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
        // Missing only if its transaction was rolled back since the insert conflicted with it.
        var kept = keys.find(space, key.value()).orElseThrow(Idempotency::inUse);
        requireMatch(kept, key);
        if (kept.resultId() == null) {
            throw inUse();
        }
        return kept.resultId();
    }

    private static void requireValid(RequestKey key, int minLength) {
        if (!SYNTAX.matcher(key.value()).matches() || key.value().length() < minLength) {
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "An Idempotency-Key must have %d to 255 visible ASCII characters.".formatted(minLength));
        }
    }

    private static void requireMatch(IdempotencyRecord kept, RequestKey key) {
        if (!kept.matches(key)) {
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before with another operation or body; a new"
                            + " request needs a new key.");
        }
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
