package io.masthead.web.limit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The files of large bodies that are not complete yet. */
@Singleton
class Spool {

    private final Vertx vertx;
    private final Path folder;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();

    Spool(Vertx vertx, @ConfigProperty(name = "quarkus.http.body.uploads-directory") String folder, BodyConfig config) {
        this.vertx = vertx;
        this.folder = Path.of(folder);
        this.mostBytes = config.waiting().asLongValue();
    }

    Path newFile() {
        return folder.resolve("body-" + UUID.randomUUID());
    }

    Future<AsyncFile> open(Path file) {
        var files = vertx.fileSystem();
        return files.mkdirs(folder.toString(), "rwx------")
                .compose(made -> files.open(
                        file.toString(),
                        new OpenOptions().setRead(false).setCreateNew(true).setPerms("rw-------")));
    }

    void delete(Path file) {
        vertx.fileSystem().delete(file.toString());
    }

    /** Reserves this many bytes if there is room; they must be returned later. */
    boolean reserve(long more) {
        if (bytes.addAndGet(more) <= mostBytes) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    void release(long less) {
        bytes.addAndGet(-less);
    }
}
