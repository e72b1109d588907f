package io.masthead.media;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.type.FileFacts;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * Brings a received file and its row together. The same bytes are kept once: whoever comes second, even at the same
 * moment, gets the row of the first.
 */
@ApplicationScoped
class FilePlacement {

    private static final Logger LOG = Logger.getLogger(FilePlacement.class);

    /** Each lengthens the key, so that more are never needed. */
    private static final int MAX_ATTEMPTS = 8;

    private final MediaStore store;
    private final MediaFileRepository files;
    private final Clock clock;
    private final long quota;

    FilePlacement(MediaStore store, MediaFileRepository files, Clock clock, UploadConfig config) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.quota = config.quota().asLongValue();
    }

    /**
     * Runs a write for which the row of the file exists, locked. A file that the write did not come to use is removed
     * again.
     *
     * @param name clean
     * @param write is given a supplier that inserts and locks the row, not called if the write has nothing to do; runs
     *     in a transaction, and again after conflicts
     * @return the result of the write
     */
    long place(StagedFile file, FileFacts facts, String name, ToLongFunction<Supplier<MediaFile>> write)
            throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            boolean exists = Transactions.requiringNew().call(() -> files.exists(file.sha256()));
            var kept = exists ? null : keep(file, facts, name);
            try {
                var placed = run(file, facts, kept, write);
                if (kept != null && !kept.equals(placed.key())) {
                    remove(kept);
                }
                return placed.result();
            } catch (NoRowException e) {
                if (kept != null) {
                    remove(kept);
                    throw beingRemoved();
                }
                // The row went since it was looked for.
            } catch (CmsException e) {
                if (kept != null) {
                    remove(kept);
                }
                throw e;
            }
            // After other failures the row may have been committed: the file stays, for the sweep to decide.
        }
        throw beingRemoved();
    }

    private StorageKey keep(StagedFile file, FileFacts facts, String name) throws IOException {
        requireRoom(file.size());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var key = StorageKey.make(name, file.sha256(), facts.type().extension(), clock.instant(), attempt);
            boolean isFree = Transactions.requiringNew()
                    .call(() -> files.known(List.of(key)).isEmpty());
            if (isFree && store.keep(file, key)) {
                return key;
            }
        }
        throw new CmsException(ErrorCode.UNAVAILABLE, "The file could not be stored; try again in a few seconds.");
    }

    private void requireRoom(long bytes) {
        if (quota > 0 && Transactions.requiringNew().call(files::totalSize) + bytes > quota) {
            throw new CmsException(
                    ErrorCode.STORAGE_FULL,
                    "The site's media may take " + quota + " bytes, and there is no room for this file; delete some.");
        }
    }

    private Placed run(StagedFile file, FileFacts facts, StorageKey kept, ToLongFunction<Supplier<MediaFile>> write) {
        return Transactions.requiringNew().call(() -> {
            var used = new AtomicReference<StorageKey>();
            long result = write.applyAsLong(() -> {
                var row = row(file, facts, kept);
                used.set(row.key());
                return row;
            });
            return new Placed(result, used.get());
        });
    }

    private MediaFile row(StagedFile file, FileFacts facts, StorageKey kept) {
        if (kept != null) {
            files.insert(file, kept, facts, clock.instant());
        }
        return files.lock(file.sha256()).orElseThrow(NoRowException::new);
    }

    private void remove(StorageKey key) {
        try {
            store.remove(key);
        } catch (IOException e) {
            LOG.warnf("The file %s could not be removed; a later sweep sets it aside: %s", key, e);
        }
    }

    private static CmsException beingRemoved() {
        return new CmsException(ErrorCode.UNAVAILABLE, "The same file is being removed; try again in a few seconds.");
    }

    /** @param key of the row that the write used; null for none */
    private record Placed(long result, StorageKey key) {}

    /** Rolls back a write that finds no row. */
    private static final class NoRowException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
