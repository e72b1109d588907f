package io.masthead.web.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.masthead.kernel.Actor;
import io.masthead.media.StoredFiles;
import io.masthead.media.address.FileAddress;
import io.masthead.media.address.FoundFile;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files that everybody may see, as this node last looked them up. A change on this node takes effect at once, one
 * on another node within a second, and after {@link #KEPT} if events cannot be read. What is not public is not kept.
 */
@Singleton
class PublicFiles implements NodeListener {

    static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MAX_FILES = 10_000;

    private final StoredFiles files;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<FileAddress, FoundFile> known =
            Caffeine.newBuilder().maximumSize(MAX_FILES).expireAfterWrite(KEPT).build();

    PublicFiles(StoredFiles files) {
        this.files = files;
    }

    /** Null if it must be looked up. Does not block. */
    FoundFile known(FileAddress address) {
        return known.getIfPresent(address);
    }

    /** Blocks. */
    @ActivateRequestContext
    Optional<? extends FoundFile> lookUp(FileAddress address) throws IOException {
        long before = changes.get();
        var found = files.find(address, Actor.ANONYMOUS);
        found.ifPresent(file -> {
            known.put(address, file);
            // It may have been read before a change that found nothing to remove yet.
            if (changes.get() != before) {
                known.invalidate(address);
            }
        });
        return found;
    }

    void forget(FileAddress address) {
        known.invalidate(address);
    }

    @Override
    public void changed(ContentChanged change) {
        changes.incrementAndGet();
        known.asMap().values().removeIf(file -> !Collections.disjoint(file.tags(), change.tags()));
    }
}
