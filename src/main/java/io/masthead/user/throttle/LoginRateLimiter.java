package io.masthead.user.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.masthead.user.User;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Slows down password guessing. Attempts are counted in the database, so that all nodes count
 * together. A refused attempt is not counted, so that nobody can keep a count full for ever.
 */
@ApplicationScoped
public class LoginRateLimiter {

    static final Duration KNOWN_FOR = Duration.ofDays(30);

    private static final int MAX_KEPT = 10_000;

    private final AttemptRules rules;
    private final AttemptRepository attempts;
    private final Clock clock;

    /** Until when, in microseconds, a network has used up its failures. */
    private final Cache<String, Long> exhausted =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    LoginRateLimiter(AttemptRules rules, AttemptRepository attempts, Clock clock) {
        this.rules = rules;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * The name that {@link #begin} counts attempts by: the id of an account, so that its login and its e-mail
     * address count together, or what was typed if there is no such account.
     *
     * <p>A client that uses up the attempts of a login can learn whether an e-mail address belongs to the same
     * account. Counting them apart would allow twice as many guesses.
     */
    public static String account(Optional<Long> userId, String typed) {
        return userId.map(LoginRateLimiter::account).orElse("typed " + typed);
    }

    /** As {@link #account(Optional, String)}, for an existing account. */
    public static String account(long userId) {
        return "id " + userId;
    }

    /**
     * Counts an attempt before it is made, so that simultaneous attempts cannot exceed the limit. It takes as
     * long for an account that does not exist. It joins the transaction of the caller, if any, which should end
     * before slow work begins: others wait for the same counts.
     *
     * @param account as {@link #account} names it; case-insensitive
     * @param address the network address; of an IPv6 address the first 64 bits count
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public Attempt begin(AttemptKind kind, String account, String address) {
        var key = User.key(account);
        var network = ClientNetwork.of(address);
        return Transactions.joiningExisting().call(() -> count(kind, key, network));
    }

    /**
     * Makes an attempt. It is no longer counted if the check fails with {@link ErrorCode#UNAVAILABLE}, or a
     * flood would use up the attempts of the owner.
     *
     * @return the result of the check; the caller calls {@link #succeeded}
     */
    public <T> T trying(Attempt attempt, Supplier<T> check) {
        try {
            return check.get();
        } catch (CmsException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                Transactions.requiringNew().run(() -> attempts.giveBack(steps(attempt), Map.of(), now()));
            }
            throw e;
        }
    }

    /**
     * Records that an attempt was right: it is no longer counted, failures from the same address are
     * forgotten, and the address is remembered as the owner's. Attempts at other accounts stay counted, or an
     * account of one's own would allow more guesses at others. It joins the transaction of the caller, if any.
     */
    public void succeeded(Attempt attempt) {
        var now = now();
        var remembered = rules.known(attempt.kind(), attempt.account(), attempt.network());
        var until = now + micros(KNOWN_FOR);
        var own = rules.ofAccount(attempt.kind(), attempt.account(), attempt.network());
        Transactions.joiningExisting().run(() -> {
            var steps = steps(attempt);
            int stored = attempts.giveBack(steps, Map.of(own, now, remembered, until), now);
            if (stored <= steps.size()) {
                // The row of the address, or a count, has been purged meanwhile.
                attempts.insert(new TreeMap<>(Map.of(remembered, until)));
            }
        });
    }

    /**
     * Whether an address must wait before it may try a secret of a kind without accounts again. At
     * most one statement. Nothing is counted, so what is right costs no more.
     *
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void requireOpen(AttemptKind kind, String address) {
        var network = ClientNetwork.of(address);
        var now = now();
        requireUnused(kind, network, now);
        var wait = Transactions.requiringNew()
                .call(() -> rules.perNetwork()
                        .waitFor(attempts.find(rules.ofNetwork(kind, network)).orElse(null), now));
        if (wait > 0) {
            throw exhausted(kind, network, now, wait);
        }
    }

    /**
     * Counts a failure of a kind without accounts: of secrets that are checked first, since they
     * are too long to be guessed, or since whoever knows them must not wait for each other.
     *
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS} if it is one too many
     */
    public void failed(AttemptKind kind, String address) {
        var network = ClientNetwork.of(address);
        requireUnused(kind, network, now());
        try {
            Transactions.requiringNew().run(() -> count(kind, "", network));
        } catch (CmsException e) {
            remember(kind, network, now() + micros(e.retryAfter()));
            throw e;
        }
    }

    /**
     * Checks a secret and counts it as {@link #failed} if it is refused with {@link
     * ErrorCode#CREDENTIALS_WRONG}.
     */
    public <T> T counting(AttemptKind kind, String address, Supplier<T> check) {
        try {
            return check.get();
        } catch (CmsException e) {
            if (e.code() == ErrorCode.CREDENTIALS_WRONG) {
                failed(kind, address);
            }
            throw e;
        }
    }

    @UntilShutdown
    @Scheduled(every = "10m", delayed = "1m")
    void purge() {
        Transactions.requiringNew().run(() -> attempts.forgetPast(now()));
    }

    private Attempt count(AttemptKind kind, String account, String network) {
        var now = now();
        var remembered = rules.known(kind, account, network);
        var names = new TreeSet<>(rules.counts(kind, account, network, false).keySet());
        names.add(remembered);
        var ends = attempts.lock(names);
        var known = ends.getOrDefault(remembered, 0L) > now;
        var inserted = new TreeMap<String, Long>();
        var updated = new TreeMap<String, Long>();
        rules.counts(kind, account, network, known).forEach((name, limit) -> {
            var end = ends.get(name);
            long wait = limit.waitFor(end, now);
            if (wait > 0) {
                throw tooMany(wait);
            }
            (end == null ? inserted : updated).put(name, limit.add(end, now));
        });
        if (!ends.containsKey(remembered) && kind.account() != AttemptKind.Account.NONE) {
            // Expired from the start, so that a right attempt has only to renew it.
            inserted.put(remembered, now);
        }
        if (!attempts.insert(inserted)) {
            // The transaction is repeated, and then finds what was counted meanwhile.
            throw new OptimisticLockException("An attempt was counted at the same time");
        }
        attempts.update(updated);
        return new Attempt(kind, account, network, known);
    }

    /** By how much each count gets shorter without the attempt. */
    private Map<String, Long> steps(Attempt attempt) {
        return rules.counts(attempt.kind(), attempt.account(), attempt.network(), attempt.known()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().step()));
    }

    private void requireUnused(AttemptKind kind, String network, long now) {
        var until = exhausted.getIfPresent(kind + "/" + network);
        // One that is further ahead was noted while a clock was wrong.
        if (until != null && until > now && until <= now + rules.perNetwork().reach()) {
            throw tooMany(until - now);
        }
    }

    private CmsException exhausted(AttemptKind kind, String network, long now, long wait) {
        remember(kind, network, now + wait);
        return tooMany(wait);
    }

    private void remember(AttemptKind kind, String network, long until) {
        exhausted.put(kind + "/" + network, until);
    }

    private static CmsException tooMany(long wait) {
        long seconds = Math.max(1, TimeUnit.MICROSECONDS.toSeconds(wait + 999_999));
        return new CmsException(
                ErrorCode.TOO_MANY_ATTEMPTS,
                "There were too many attempts; try again in "
                        + (seconds < 100
                                ? seconds + " seconds."
                                : TimeUnit.SECONDS.toMinutes(seconds + 59) + " minutes."),
                Duration.of(wait, ChronoUnit.MICROS));
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static long micros(Duration time) {
        return TimeUnit.MICROSECONDS.convert(time);
    }
}
