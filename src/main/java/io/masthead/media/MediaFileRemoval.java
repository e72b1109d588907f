package io.masthead.media;

import io.masthead.media.rendition.Renditions;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Removes files that no media has any more, after the change has been committed. Until a file is gone its row keeps
 * the key, so that no new file gets it.
 */
@ApplicationScoped
class MediaFileRemoval implements JobHandler {

    private static final String KIND = "media.remove-file";

    private final MediaFileRepository files;
    private final MediaRepository media;
    private final Renditions renditions;
    private final MediaStore store;
    private final Jobs jobs;
    private final Clock clock;

    MediaFileRemoval(
            MediaFileRepository files,
            MediaRepository media,
            Renditions renditions,
            MediaStore store,
            Jobs jobs,
            Clock clock) {
        this.files = files;
        this.media = media;
        this.renditions = renditions;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Locks the file of media that the transaction is about to delete, so that of two deletions one sees that it is the
     * last. Before slugs, as uploads do: one of the same bytes may want the slug that becomes free.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(long fileId) {
        files.lock(fileId);
    }

    /** Has the file removed after the commit if no media has it then, in the transaction that has taken it from one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(long fileId) {
        jobs.schedule(KIND, fileId, clock.instant());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subjectId) {
        var key = Transactions.requiringNew().call(() -> abandon(subjectId));
        if (key.isEmpty()) {
            return;
        }
        try {
            renditions.removeAll(subjectId);
            store.remove(key.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + key.get() + " could not be removed", e);
        }
        Transactions.requiringNew().run(() -> files.deleteById(subjectId));
    }

    /** From here on no media gets it. Empty if one has it, or if it is gone. */
    private Optional<StorageKey> abandon(long fileId) {
        return files.lock(fileId)
                .filter(file -> file.sha256() == null || !media.isUsed(fileId))
                .map(file -> {
                    file.abandon();
                    return file.key();
                });
    }
}
