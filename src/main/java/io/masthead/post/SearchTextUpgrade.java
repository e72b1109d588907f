package io.masthead.post;

import io.masthead.platform.db.CompletedUpgrades;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes posts searchable that were stored before search texts existed: before the first start with these texts serves
 * anything, and once a day those that a node of an older version has written meanwhile.
 */
@ApplicationScoped
class SearchTextUpgrade {

    private static final Logger LOG = Logger.getLogger(SearchTextUpgrade.class);
    private static final int BATCH = 200;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final PostSearchTextRepository posts;
    private final CompletedUpgrades upgrades;

    SearchTextUpgrade(PostSearchTextRepository posts, CompletedUpgrades upgrades) {
        this.posts = posts;
        this.upgrades = upgrades;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        upgrades.runOnce("search texts of posts", this::fill);
    }

    @UntilShutdown
    @Scheduled(every = "24h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void fill() {
        int made = 0;
        List<Long> ids = List.of(0L);
        do {
            long last = ids.get(ids.size() - 1);
            ids = Transactions.requiringNew(TIMEOUT).call(() -> posts.fillSearchTexts(last, BATCH));
            made += ids.size();
        } while (ids.size() == BATCH);
        if (made > 0) {
            LOG.infof("Made %d posts and pages searchable.", made);
        }
    }
}
