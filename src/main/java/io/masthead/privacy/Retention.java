package io.masthead.privacy;

import io.masthead.comment.PersonalDataBatches;
import io.masthead.comment.spam.CommentThrottle;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.db.UntilShutdown;
import io.masthead.setting.SettingService;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Deletes data past its retention time. */
@ApplicationScoped
class Retention {

    private static final int BATCH = 1_000;

    private final PersonalDataBatches data;
    private final CommentThrottle throttle;
    private final SettingService settings;
    private final Clock clock;

    Retention(PersonalDataBatches data, CommentThrottle throttle, SettingService settings, Clock clock) {
        this.data = data;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    @UntilShutdown
    @Scheduled(every = "24h", delayed = "2m")
    void daily() {
        clearAddresses();
    }

    @UntilShutdown
    @Scheduled(every = "1m", delayed = "1m")
    void everyMinute() {
        Transactions.requiringNew()
                .run(() -> throttle.purge(Duration.ofSeconds(settings.get().commentsFloodSeconds())));
    }

    /** Clears the addresses of comments that are older than the settings allow. */
    void clearAddresses() {
        int days = settings.get().commentsAddressDays();
        if (days == 0) {
            return;
        }
        var before = clock.instant().minus(Duration.ofDays(days));
        int forgotten;
        do {
            forgotten = data.clearAddresses(before, BATCH);
        } while (forgotten == BATCH);
        data.deleteAnsweredChecks(before);
    }
}
