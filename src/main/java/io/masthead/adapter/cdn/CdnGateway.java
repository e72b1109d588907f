package io.masthead.adapter.cdn;

import io.masthead.platform.job.RetryLaterException;
import io.masthead.platform.outbound.HeaderDelay;
import io.masthead.platform.outbound.OutboundAnswer;
import io.masthead.platform.outbound.OutboundFailedException;
import io.masthead.platform.outbound.OutboundHttp;
import io.masthead.platform.outbound.OutboundRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Calls the CDN, within the time limit, and logs when it begins and ceases to fail. */
@Startup // The metrics are there before the first purge.
@ApplicationScoped
class CdnGateway {

    private static final Logger LOG = Logger.getLogger(CdnGateway.class);
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** Added to the time limit of a call, so that the call ends by itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** A short failure should not leave old copies for long. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    /** Fixed, since changes that follow wait for the retry too. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    /** A request timeout and too many requests: the settings are correct. */
    private static final Set<Integer> TRANSIENT = Set.of(408, 429);

    /** The CDN does not accept these tags, or so many of them. */
    private static final Set<Integer> UNACCEPTABLE = Set.of(400, 413);

    /** Responses with these statuses may say when to retry. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final CdnConfig config;
    private final OutboundHttp http;
    private final Clock clock;
    private final Counter purges;
    private final Counter failures;

    private final CdnWarnings warnings = new CdnWarnings(LOG);
    private final CdnWarnings unaccepted = new CdnWarnings(LOG);

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

    /**
     * Returns false if the CDN does not accept these tags, so that everything must be purged instead.
     *
     * @throws RetryLaterException unless it then confirms the purge
     */
    boolean purge(Cdn cdn, List<String> tags) {
        var answer = send(cdn.purge(tags));
        if (UNACCEPTABLE.contains(answer.status())) {
            unaccepted.warn(
                    "The CDN does not accept tags (%s); purging everything instead".formatted(said(cdn, answer)),
                    clock.instant());
            return false;
        }
        requireConfirmed(cdn, answer);
        return true;
    }

    /** @throws RetryLaterException unless the CDN confirms the purge */
    void purgeEverything(Cdn cdn) {
        requireConfirmed(cdn, send(cdn.purgeEverything()));
    }

    private OutboundAnswer send(PurgeCall call) {
        try {
            return http.send(new OutboundRequest(
                            HttpMethod.POST, call.url(), call.headers(), call.body(), CONNECTING, config.timeLimit()))
                    .await()
                    .atMost(config.timeLimit().plus(GRACE));
        } catch (OutboundFailedException e) {
            throw unanswered(e.getMessage());
        } catch (TimeoutException e) {
            throw unanswered("no complete response in time");
        }
    }

    private void requireConfirmed(Cdn cdn, OutboundAnswer answer) {
        if (!cdn.confirms(answer)) {
            throw failed(complaint(cdn, answer), delay(answer));
        }
        purges.increment();
        if (warnings.end()) {
            LOG.info("The CDN purges again");
        }
    }

    private RetryLaterException unanswered(String why) {
        return failed("The CDN does not answer purges (%s); retrying".formatted(why), Optional.empty());
    }

    private RetryLaterException failed(String message, Optional<Duration> delay) {
        failures.increment();
        var isFirst = warnings.warn(message, clock.instant());
        return new RetryLaterException(message, delay.orElse(isFirst ? FIRST_RETRY : RETRY));
    }

    private static String complaint(Cdn cdn, OutboundAnswer answer) {
        var isRefusal = answer.status() >= 400 && answer.status() < 500 && !TRANSIENT.contains(answer.status());
        return (isRefusal
                        ? "The CDN refuses purges (%s) and serves old copies until they expire:"
                                + " check the settings masthead.cdn.*; retrying"
                        : "The CDN did not confirm a purge (%s); retrying")
                .formatted(said(cdn, answer));
    }

    private static String said(Cdn cdn, OutboundAnswer answer) {
        return "status " + answer.status()
                + cdn.reason(answer).map(reason -> ", " + reason).orElse("");
    }

    /** Empty unless the CDN says when to retry. */
    private Optional<Duration> delay(OutboundAnswer answer) {
        var wanted = answer.headers().get("retry-after");
        if (wanted == null || !BUSY.contains(answer.status())) {
            return Optional.empty();
        }
        return HeaderDelay.parse(wanted, clock.instant())
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    }
}
