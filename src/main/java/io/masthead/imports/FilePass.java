package io.masthead.imports;

import io.masthead.imports.files.FileQueue;
import io.masthead.imports.files.NoFileException;
import io.masthead.imports.files.SiteHosts;
import io.masthead.imports.files.UploadSource;
import io.masthead.imports.files.UploadSources;
import io.masthead.imports.files.WantedFile;
import io.masthead.imports.item.Kinds;
import io.masthead.kernel.CmsException;
import io.masthead.media.MediaImport;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Gets the files of attachments, one after another, when all records are written. Each is recorded by itself, so that
 * another node continues with the next one. A file that cannot be had does not fail the import: it becomes a warning.
 */
@ApplicationScoped
class FilePass {

    private static final Logger LOG = Logger.getLogger(FilePass.class);
    private static final int MAX_ATTEMPTS = 3;

    /** Before the second and the third attempt; other files are tried meanwhile. */
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private static final Duration SLICE = Duration.ofMillis(100);

    /** A server or store that has gone would take seconds for each of thousands of files. */
    private static final int MAX_FAILURES = 12;

    /** After the first of several failures in a row; doubled after each, so that limits of the other server pass. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final int MAX_GIVEN_UP = 200;

    private final UploadSources sources;
    private final FileQueue queue;
    private final MediaImport media;
    private final ImportRepository imports;
    private final Clock clock;

    FilePass(UploadSources sources, FileQueue queue, MediaImport media, ImportRepository imports, Clock clock) {
        this.sources = sources;
        this.queue = queue;
        this.media = media;
        this.imports = imports;
        this.clock = clock;
    }

    /** @param pauseIfStopping is called between files, and while waiting */
    void run(ImportContext context, SiteHosts site, Runnable pauseIfStopping) {
        if (next(context).isEmpty()) {
            return;
        }
        try (var uploads = sources.open(context.options().files(), site)) {
            new Work(context.importId(), uploads, pauseIfStopping).run();
        } catch (IOException e) {
            LOG.warnf("Import %d cannot take files along: %s", context.importId(), e.getMessage());
            giveUpTogether(
                    context.importId(),
                    "The folder or zip of uploads is not on the server that runs the import, or cannot be read.");
        }
    }

    /** In the transaction in which the import fails. */
    void discard(long importId) {
        queue.clear(importId);
    }

    private Optional<WantedFile> next(ImportContext context) {
        return next(context.importId());
    }

    private Optional<WantedFile> next(long importId) {
        return Transactions.requiringNew()
                .call(() -> queue.next(importId, 1).stream().findFirst());
    }

    private WantedFile begin(long importId, WantedFile file) {
        return Transactions.requiringNew().call(() -> {
            locked(importId).progress(clock.instant());
            return queue.begin(importId, file);
        });
    }

    private void finish(long importId, WantedFile file) {
        record(importId, report -> {
            queue.remove(importId, file);
            if (media.hasFile(file.mediaId())) {
                report.written(Kinds.FILES);
            } else {
                skip(file, "The media was deleted here before its file came.", report);
            }
        });
    }

    private void giveUp(long importId, List<WantedFile> some, String sentence) {
        record(
                importId,
                report -> some.forEach(file -> {
                    queue.remove(importId, file);
                    skip(file, sentence, report);
                }));
    }

    private static void skip(WantedFile file, String sentence, ImportReport report) {
        report.skipped(Kinds.FILES);
        report.warn(Kinds.FILES, file.sourceKey(), file.title(), "The file was not imported. " + sentence);
    }

    private void giveUpEach(long importId, String sentence) {
        for (var some = few(importId); !some.isEmpty(); some = few(importId)) {
            giveUp(importId, some, sentence);
        }
    }

    /** What keeps all files away is said once. */
    private void giveUpTogether(long importId, String sentence) {
        int count = 0;
        for (var some = few(importId); !some.isEmpty(); some = few(importId)) {
            var these = some;
            count += these.size();
            record(
                    importId,
                    report -> these.forEach(file -> {
                        queue.remove(importId, file);
                        report.skipped(Kinds.FILES);
                    }));
        }
        var all = "%d files were not imported. %s Import the same export again to try them again."
                .formatted(count, sentence);
        record(importId, report -> report.warn(Kinds.FILES, "", "", all));
    }

    private List<WantedFile> few(long importId) {
        return Transactions.requiringNew().call(() -> queue.next(importId, MAX_GIVEN_UP));
    }

    private void record(long importId, Consumer<ImportReport> work) {
        Transactions.requiringNew().run(() -> {
            var run = locked(importId);
            var report = new ImportReport();
            work.accept(report);
            report.store(run, imports);
            run.progress(clock.instant());
        });
    }

    private ImportRun locked(long importId) {
        var run = imports.findById(importId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.status() != ImportStatus.RUNNING) {
            throw new IllegalStateException("Import " + importId + " has been taken over by another node");
        }
        return run;
    }

    /** @param failures in a row */
    static Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** The files of one import, as long as this node runs it. */
    private final class Work {

        private final long importId;
        private final UploadSource uploads;
        private final Runnable pauseIfStopping;
        private final Map<Long, Long> failedAt = new HashMap<>();
        private int failures;

        Work(long importId, UploadSource uploads, Runnable pauseIfStopping) {
            this.importId = importId;
            this.uploads = uploads;
            this.pauseIfStopping = pauseIfStopping;
        }

        void run() {
            for (var file = next(importId); file.isPresent(); file = next(importId)) {
                pauseIfStopping.run();
                if (file.get().attempts() >= MAX_ATTEMPTS) {
                    giveUp(importId, List.of(file.get()), "It could not be processed; the log of the server has more.");
                    continue;
                }
                pauseBefore(file.get());
                attempt(begin(importId, file.get()));
            }
        }

        private void attempt(WantedFile file) {
            try {
                take(file);
                failures = 0;
                finish(importId, file);
            } catch (NoFileException e) {
                failed(file, e.getMessage(), e.isTemporary());
            } catch (CmsException e) {
                switch (e.code()) {
                    case STORAGE_FULL -> giveUpTogether(importId, e.getMessage());
                    case UNAVAILABLE -> failed(file, e.getMessage(), true);
                    case INVALID_BODY -> failed(file, "It cannot be read.", false);
                    default -> failed(file, e.getMessage(), false);
                }
            }
        }

        private void take(WantedFile file) throws NoFileException {
            // Nothing is left to do if a node died after it took the file.
            if (!media.withoutFile(List.of(file.mediaId())).isEmpty()) {
                try (var received = uploads.read(file, media::receive)) {
                    media.take(file.mediaId(), received, file.name());
                }
            }
        }

        private void failed(WantedFile file, String sentence, boolean mayPass) {
            failures = mayPass ? failures + 1 : 0;
            if (failures == MAX_FAILURES) {
                giveUpEach(
                        importId,
                        "After %d failures in a row no more files were tried: %s".formatted(MAX_FAILURES, sentence));
            } else if (mayPass && file.attempts() < MAX_ATTEMPTS) {
                failedAt.put(file.mediaId(), System.nanoTime());
                pauseUntil(System.nanoTime(), pauseAfter(failures));
            } else {
                failedAt.remove(file.mediaId());
                giveUp(importId, List.of(file), sentence);
            }
        }

        private void pauseBefore(WantedFile file) {
            var since = failedAt.get(file.mediaId());
            if (since != null) {
                pauseUntil(since, WAITS.get(file.attempts() - 1));
            }
        }

        /** Sleeps on the thread of the job, which does nothing else, and notices that the node is about to stop. */
        private void pauseUntil(long since, Duration time) {
            while (System.nanoTime() - since < time.toNanos()) {
                pauseIfStopping.run();
                try {
                    Thread.sleep(SLICE.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Nobody interrupts jobs", e);
                }
            }
        }
    }
}
