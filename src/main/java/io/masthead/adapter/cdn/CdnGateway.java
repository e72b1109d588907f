package io.masthead.adapter.cdn;

import io.masthead.platform.job.RetryLaterException;
import io.masthead.platform.outbound.HeaderDelay;
import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundFailedException;
import io.masthead.platform.outbound.OutboundHttp;
import io.masthead.platform.outbound.OutboundRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Calls the CDN, within the time limit, and logs when it begins and ceases to fail. */
@ApplicationScoped
class CdnGateway {

    private static final Logger LOG = Logger.getLogger(CdnGateway.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** Added to the time limit of a call, so that the call ends by itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** The token or an id is wrong. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /** Responses with these statuses may say when to retry. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final CdnConfig config;
    private final OutboundHttp http;
    private final Clock clock;
    private final Counter purges;
    private final Counter failures;

    /** The failure that was logged last; null if the last call succeeded. */
    private volatile String failing;

    CdnGateway(CdnConfig config, OutboundHttp http, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.http = http;
        this.clock = clock;
        this.purges = Counter.builder("masthead.cdn.purges")
                .description("Purges that the CDN has confirmed")
                .register(registry);
        this.failures = Counter.builder("masthead.cdn.failures")
                .description("Purges that failed and are retried")
                .register(registry);
    }

    /** @throws RetryLaterException unless the CDN confirms the purge */
    void send(Cdn cdn, PurgeCall call) {
        OutboundAnswer answer;
        try {
            answer = http.send(new OutboundRequest(
                            call.url(), call.headers(), call.body(), CONNECTING, config.timeLimit()))
                    .await()
                    .atMost(config.timeLimit().plus(GRACE));
        } catch (OutboundFailedException e) {
            throw failed("The CDN does not answer purges (%s); retrying".formatted(e.getMessage()), null);
        }
        if (!cdn.confirms(answer)) {
            throw failed(complaint(answer.status()), delay(answer));
        }
        purges.increment();
        if (failing != null) {
            failing = null;
            LOG.info("The CDN purges again");
        }
    }

    private RetryLaterException failed(String message, Duration delay) {
        failures.increment();
        if (!message.equals(failing)) {
            failing = message;
            LOG.warn(message);
        }
        return new RetryLaterException(message, delay);
    }

    private static String complaint(int status) {
        return REFUSALS.contains(status)
                ? ("The CDN refuses purges (status %d) and serves old copies until they expire:"
                                + " check the settings masthead.cdn.*; retrying")
                        .formatted(status)
                : "The CDN did not confirm a purge (status %d); retrying".formatted(status);
    }

    private Duration delay(OutboundAnswer answer) {
        var wanted = answer.headers().get("retry-after");
        if (wanted == null || !BUSY.contains(answer.status())) {
            return null;
        }
        return HeaderDelay.parse(wanted, clock.instant())
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay)
                .orElse(null);
    }
}
