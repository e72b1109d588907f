package io.masthead.adapter.cdn;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many tags wait, among the metrics of the management port. */
@Singleton
class PurgeMetrics {

    private static final Logger LOG = Logger.getLogger(PurgeMetrics.class);

    private final CdnConfig config;
    private final PurgeQueue queue;
    private final MeterRegistry registry;
    private final AtomicLong waiting = new AtomicLong();

    PurgeMetrics(CdnConfig config, PurgeQueue queue, MeterRegistry registry) {
        this.config = config;
        this.queue = queue;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("masthead.cdn.waiting", waiting, AtomicLong::get)
                .description("Tags that the CDN has not purged yet")
                .register(registry);
    }

    /** Not counted on request, so that metrics can be read while the database cannot. */
    @UntilShutdown
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        if (Cdn.of(config).isPresent()) {
            try {
                waiting.set(Transactions.requiringNew().call(queue::size));
            } catch (RuntimeException e) {
                LOG.debug("The tags that wait cannot be counted", e);
            }
        }
    }
}
