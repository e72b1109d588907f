package io.masthead.post;

import io.masthead.platform.db.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes posts searchable that were stored before search texts existed. */
@ApplicationScoped
class SearchTextUpgrade {

    private static final Logger LOG = Logger.getLogger(SearchTextUpgrade.class);
    private static final int BATCH = 200;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final PostSearchTextRepository posts;

    SearchTextUpgrade(PostSearchTextRepository posts) {
        this.posts = posts;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
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
