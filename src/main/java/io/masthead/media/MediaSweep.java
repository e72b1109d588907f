package io.masthead.media;

import io.masthead.media.rendition.Renditions;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Clears the store once a day of what crashes have left: files without a row are set aside, temporary ones removed. */
@ApplicationScoped
class MediaSweep implements JobHandler {

    private static final Logger LOG = Logger.getLogger(MediaSweep.class);
    private static final String KIND = "media.sweep";
    private static final Duration DAY = Duration.ofDays(1);

    private final MediaStore store;
    private final MediaFileRepository files;
    private final Renditions renditions;
    private final Jobs jobs;
    private final Clock clock;

    MediaSweep(MediaStore store, MediaFileRepository files, Renditions renditions, Jobs jobs, Clock clock) {
        this.store = store;
        this.files = files;
        this.renditions = renditions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What is left does no harm, so a failure must not prevent the start. */
    void onStart(@Observes StartupEvent event) {
        try {
            Transactions.requiringNew()
                    .run(() ->
                            jobs.scheduleUnlessWaiting(KIND, 0, clock.instant().plus(DAY)));
        } catch (RuntimeException e) {
            LOG.warn("The daily sweep of the media store was not scheduled; the next start retries.", e);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subjectId) {
        try {
            int removed = store.sweep(clock.instant(), this::known);
            if (removed > 0) {
                LOG.infof("Set %d files of the media store aside, to which nothing refers", removed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The media store could not be swept", e);
        }
        Transactions.requiringNew()
                .run(() -> jobs.schedule(KIND, 0, clock.instant().plus(DAY)));
    }

    private Set<StorageKey> known(Collection<StorageKey> keys) {
        var known = new HashSet<>(renditions.known(keys));
        known.addAll(Transactions.requiringNew().call(() -> files.known(keys)));
        return known;
    }
}
