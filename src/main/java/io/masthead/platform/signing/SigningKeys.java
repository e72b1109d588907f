package io.masthead.platform.signing;

import io.masthead.platform.db.UntilShutdown;
import io.masthead.platform.encryption.Secrets;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The key pairs by which all nodes sign and verify access tokens. The first one is created when it is needed;
 * {@link #rotate} adds another, which signs from then on, while earlier ones still verify for the overlap given
 * to {@link #find}.
 */
@ApplicationScoped
public class SigningKeys {

    /** How long earlier ones are kept, for nodes whose clocks differ. */
    private static final Duration CHECKED_FOR = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofSeconds(5);

    /** The id of the first key, so that only one of two concurrent nodes creates it. */
    private static final String FIRST = "first";

    private record Reading(List<AccessKey> keys, Instant at) {}

    private final AtomicReference<Reading> last = new AtomicReference<>(new Reading(List.of(), Instant.EPOCH));
    private final AccessKeyRepository repository;
    private final Secrets secrets;
    private final Clock clock;

    SigningKeys(AccessKeyRepository repository, Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.repository = repository;
        this.clock = clock;
    }

    /** The private key and the id for signing a token. */
    public record Signer(String id, PrivateKey key) {}

    /** The current key for signing. */
    public Signer signer() {
        var key = current();
        return new Signer(key.id(), key.privateKey(secrets));
    }

    private AccessKey current() {
        var keys = keys();
        if (keys.isEmpty()) {
            repository.add(FIRST, clock.instant());
            keys = read();
        }
        return keys.get(0);
    }

    /**
     * The key with this id; unknown ids are looked up every five seconds at most.
     *
     * @param overlap how long a key still verifies after its successor has started to sign: as long as its last
     *     token is valid, and no longer, since it may have leaked
     */
    public Optional<AccessKey> find(String id, Duration overlap) {
        var ended = clock.instant().minus(overlap);
        Instant successor = null;
        for (var key : keys()) {
            if (key.id().equals(id)) {
                return successor == null || successor.isAfter(ended) ? Optional.of(key) : Optional.empty();
            }
            successor = key.createdAt();
        }
        return Optional.empty();
    }

    /** Starts to sign with a new key; other nodes follow within five seconds. */
    public void rotate() {
        repository.add(UUID.randomUUID().toString(), clock.instant());
        read();
    }

    /** Deletes keys that have signed nothing for long enough, by the age of their successors. */
    @UntilShutdown
    @Scheduled(every = "1h", delayed = "2m")
    void purge() {
        var keys = read();
        var now = clock.instant();
        keys.stream()
                .map(AccessKey::createdAt)
                .filter(at -> at.isBefore(now.minus(CHECKED_FOR)))
                .findFirst()
                .ifPresent(repository::removeOlderThan);
    }

    private List<AccessKey> keys() {
        var kept = last.get();
        var now = clock.instant();
        var isFresh = !now.isBefore(kept.at()) && now.isBefore(kept.at().plus(KEPT));
        return isFresh && !kept.keys().isEmpty() ? kept.keys() : read();
    }

    private List<AccessKey> read() {
        var reading = new Reading(repository.latestFirst(), clock.instant());
        last.set(reading);
        return reading.keys();
    }
}
