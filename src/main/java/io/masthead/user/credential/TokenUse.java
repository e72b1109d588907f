package io.masthead.user.credential;

import io.masthead.platform.db.UntilShutdown;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records when and from where tokens are used, to the minute, without a statement in the request. Uses are
 * written together a little later; those of the last seconds are lost if the node is killed.
 */
@Singleton
public class TokenUse {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private record Use(Instant at, String address) {}

    private final Map<Long, Use> uses = new ConcurrentHashMap<>();
    private final ApiTokens tokens;
    private final Clock clock;

    TokenUse(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Records that the token has just been used. */
    public void record(ApiToken token, String address) {
        var now = clock.instant();
        var last = token.lastUsedAt();
        if (last == null || last.isBefore(now.minus(PRECISION))) {
            uses.put(token.id(), new Use(now, address));
        }
    }

    @UntilShutdown
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void writeRegularly() {
        write();
    }

    void write() {
        uses.keySet().forEach(id -> {
            var use = uses.remove(id);
            if (use != null) {
                tokens.recordUse(id, use.at(), new Device(use.address(), "").address());
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }
}
