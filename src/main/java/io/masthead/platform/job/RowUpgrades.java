package io.masthead.platform.job;

import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs each {@link RowUpgrade} after a start that finds outdated rows, on one node at a time. */
@Singleton
class RowUpgrades implements JobHandler {

    private static final Logger LOG = Logger.getLogger(RowUpgrades.class);

    /** Small, since others that change one of the rows wait for the batch. */
    private static final int BATCH = 10;

    /** When rows that could not be updated are retried. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final List<RowUpgrade> upgrades;
    private final Jobs jobs;
    private final Events events;
    private final Clock clock;

    RowUpgrades(@All List<RowUpgrade> upgrades, Jobs jobs, Events events, Clock clock) {
        this.upgrades = upgrades;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Outdated rows can be read, so a failure to look for them must not prevent the start. */
    void onStart(@Observes StartupEvent event) {
        try {
            Transactions.requiringNew().run(() -> {
                if (upgrades.stream()
                        .anyMatch(upgrade -> !upgrade.outdated(0, 1).isEmpty())) {
                    jobs.schedule(kind(), 0, clock.instant());
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Looking for rows of an earlier version failed; the next start retries.", e);
        }
    }

    @Override
    public String kind() {
        return "rows.upgrade";
    }

    @Override
    public void run(long subjectId) {
        int failed = 0;
        for (var upgrade : upgrades) {
            failed += upgrade(upgrade);
        }
        if (jobs.isStopping()) {
            schedule(Duration.ZERO);
        } else if (failed > 0) {
            schedule(PAUSE);
        }
    }

    private void schedule(Duration pause) {
        Transactions.requiringNew()
                .run(() -> jobs.schedule(kind(), 0, clock.instant().plus(pause)));
    }

    /** Returns how many rows could not be updated. */
    private int upgrade(RowUpgrade upgrade) {
        int done = 0;
        int failed = 0;
        var ids = next(upgrade, 0);
        while (!ids.isEmpty() && !jobs.isStopping()) {
            int left = failures(upgrade, ids);
            done += ids.size() - left;
            failed += left;
            ids = next(upgrade, ids.get(ids.size() - 1));
        }
        if (done > 0) {
            LOG.infof("Updated %d %s to this version.", done, upgrade.noun());
        }
        return failed;
    }

    private static List<Long> next(RowUpgrade upgrade, long after) {
        return Transactions.requiringNew().call(() -> upgrade.outdated(after, BATCH));
    }

    /** One failing row must not hold up the others. */
    private int failures(RowUpgrade upgrade, List<Long> ids) {
        try {
            Transactions.requiringNew().run(() -> {
                upgrade.upgrade(ids);
                // Outdated rows are rendered when they are read, but searches find what is stored.
                events.publish(new ContentChanged(
                        upgrade.subject(), null, ChangeAction.UPDATED, 0, null, upgrade.collections(), null));
            });
            return 0;
        } catch (RuntimeException | StackOverflowError e) {
            if (ids.size() > 1) {
                return ids.stream()
                        .mapToInt(id -> failures(upgrade, List.of(id)))
                        .sum();
            }
            LOG.warnf(e, "Updating %s failed at id %d.", upgrade.noun(), ids.get(0));
            return 1;
        }
    }
}
