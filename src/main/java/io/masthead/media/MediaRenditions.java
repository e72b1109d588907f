package io.masthead.media;

import io.masthead.kernel.CmsException;
import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.image.Placeholder;
import io.masthead.media.image.WordPressSizes;
import io.masthead.media.rendition.MadeRenditions;
import io.masthead.media.rendition.Rendition;
import io.masthead.media.rendition.RenditionConfig;
import io.masthead.media.rendition.RenditionState;
import io.masthead.media.rendition.Renditions;
import io.masthead.media.rendition.SourceImage;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import io.masthead.platform.job.RetryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Makes WordPress' sizes of uploaded images after the upload, cut round their focal points. */
@ApplicationScoped
class MediaRenditions implements JobHandler {

    private static final Logger LOG = Logger.getLogger(MediaRenditions.class);
    private static final String KIND = "media.renditions";

    /** While too many images are processed. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Renditions renditions;
    private final MediaRepository media;
    private final MediaFileRepository files;
    private final MediaEvents events;
    private final Jobs jobs;
    private final Clock clock;
    private final Duration patience;

    /** Uploads on this node that wait, by media. */
    private final Map<Long, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    MediaRenditions(
            Renditions renditions,
            MediaRepository media,
            MediaFileRepository files,
            MediaEvents events,
            Jobs jobs,
            Clock clock,
            RenditionConfig config) {
        this.renditions = renditions;
        this.media = media;
        this.files = files;
        this.events = events;
        this.jobs = jobs;
        this.clock = clock;
        this.patience = config.patience();
    }

    /** Has the sizes made after the commit, if the file is an image that can be decoded. */
    @Transactional(Transactional.TxType.MANDATORY)
    void schedule(Media row, MediaFile file) {
        if (file.image().isPresent()) {
            row.expectRenditions();
            jobs.schedule(KIND, row.id(), clock.instant());
        }
    }

    /** As {@link #schedule(Media, MediaFile)}, for what has a file already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void scheduleAgain(Media row) {
        if (row.isStoredHere()) {
            schedule(row, files.findById(row.fileId()));
        }
    }

    /** Waits a short while for renditions that are being made; other nodes may make them too. */
    void await(long mediaId) {
        var made = waiting.computeIfAbsent(mediaId, id -> new CompletableFuture<>());
        try {
            if (Transactions.requiringNew().call(() -> isPending(mediaId))) {
                made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debugf("The renditions of media %d are still pending", mediaId);
        } finally {
            waiting.remove(mediaId, made);
        }
    }

    private boolean isPending(long mediaId) {
        return media.findByIdOptional(mediaId)
                .filter(row -> row.renditionState() == RenditionState.PENDING)
                .isPresent();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subjectId) {
        Transactions.requiringNew().call(() -> plan(subjectId)).ifPresent(this::make);
        var waiter = waiting.get(subjectId);
        // The file may have been replaced meanwhile; then a further run follows.
        if (waiter != null && !Transactions.requiringNew().call(() -> isPending(subjectId))) {
            waiter.complete(null);
        }
    }

    private Optional<Plan> plan(long mediaId) {
        return media.findByIdOptional(mediaId)
                .filter(Media::isStoredHere)
                .flatMap(row -> files.findByIdOptional(row.fileId()).flatMap(file -> plan(row, file)));
    }

    private static Optional<Plan> plan(Media row, MediaFile file) {
        return file.image().map(image -> new Plan(row.id(), image, row.focalPoint(), file.placeholder() != null));
    }

    private void make(Plan plan) {
        var image = plan.image;
        try {
            var focus = Objects.requireNonNullElse(plan.focus, FocalPoint.CENTRE);
            renditions
                    .make(image, WordPressSizes.of(image.width(), image.height(), focus), !plan.hasPlaceholder)
                    .ifPresent(made -> Transactions.requiringNew().run(() -> store(plan, made)));
        } catch (ImageRefusedException e) {
            LOG.infof("There are no renditions of media %d: %s", plan.mediaId, e.getMessage());
            Transactions.requiringNew().run(() -> locked(plan).ifPresent(row -> set(row, List.of(), null)));
        } catch (CmsException e) {
            throw new RetryLaterException(e.getMessage(), BUSY);
        } catch (IOException e) {
            throw new UncheckedIOException("The renditions of media " + plan.mediaId + " could not be kept", e);
        }
    }

    private void store(Plan plan, MadeRenditions made) {
        locked(plan)
                .ifPresent(row -> files.lock(plan.image.fileId()).ifPresent(file -> {
                    if (made.placeholder() != null) {
                        file.setPlaceholder(made.placeholder());
                    }
                    var sizes = new ArrayList<MediaSize>();
                    made.byName().forEach((name, versions) -> sizes.add(size(name, versions)));
                    set(row, sizes, file.placeholder());
                }));
    }

    /** Before its file, as deletions do. Empty if it changed since: then another job makes what it needs. */
    private Optional<Media> locked(Plan plan) {
        return media.lock(plan.mediaId)
                .filter(row -> Objects.equals(row.fileId(), plan.image.fileId()))
                .filter(row -> Objects.equals(row.focalPoint(), plan.focus));
    }

    private void set(Media row, List<MediaSize> sizes, Placeholder placeholder) {
        row.setRenditions(sizes, placeholder);
        media.flush();
        events.publish(row.id(), ChangeAction.UPDATED, row.version(), null);
    }

    private static MediaSize size(String name, List<Rendition> versions) {
        var main = versions.get(0);
        var webp = versions.size() == 1
                ? null
                : new MediaSize.WebpVersion(
                        versions.get(1).key().fileName(), versions.get(1).size());
        return new MediaSize(
                name, main.key().fileName(), main.width(), main.height(), main.mimeType(), main.size(), webp);
    }

    /** @param focus null for none */
    private record Plan(long mediaId, SourceImage image, FocalPoint focus, boolean hasPlaceholder) {}
}
