package io.masthead.platform.job;

import io.masthead.platform.db.Transactions;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs each {@link RowUpgrade} after a start that finds rows for it, on one node. What a stopping
 * node leaves is done by the next start.
 */
@Singleton
class RowUpgrades implements JobHandler {

    private static final Logger LOG = Logger.getLogger(RowUpgrades.class);
    private static final int BATCH = 50;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final List<RowUpgrade> upgrades;
    private final Jobs jobs;
    private final Clock clock;

    RowUpgrades(@All List<RowUpgrade> upgrades, Jobs jobs, Clock clock) {
        this.upgrades = upgrades;
        this.jobs = jobs;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        Transactions.requiringNew().run(() -> {
            if (upgrades.stream().anyMatch(RowUpgrade::isDue)) {
                jobs.schedule(kind(), 0, clock.instant());
            }
        });
    }

    @Override
    public String kind() {
        return "rows.upgrade";
    }

    @Override
    public void run(long subjectId) {
        upgrades.forEach(this::upgrade);
    }

    private void upgrade(RowUpgrade upgrade) {
        int done = 0;
        long last = 0;
        boolean more = true;
        while (more && !jobs.isStopping()) {
            long after = last;
            var ids = Transactions.requiringNew(TIMEOUT).call(() -> upgrade.upgrade(after, BATCH));
            done += ids.size();
            more = ids.size() == BATCH;
            last = more ? ids.get(BATCH - 1) : last;
        }
        if (done > 0) {
            LOG.infof("%d %s were rendered again.", done, upgrade.noun());
        }
    }
}
