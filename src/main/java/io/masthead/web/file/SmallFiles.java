package io.masthead.web.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.masthead.media.address.ServedFile;
import io.masthead.media.storage.FileSource;
import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of small files that are asked for again and again, outside the heap. They are sent together with their
 * headers; the operating system sends a file after them, in a step of its own that costs more than the copy.
 */
@Singleton
class SmallFiles {

    private static final long MAX_BYTES = 256 * 1024;
    private static final long MAX_TOTAL = 16 * 1024 * 1024;
    private static final int MAX_ASKED = 10_000;

    /** By what names the content: SHA-256. */
    private final Cache<String, Buffer> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_TOTAL)
            .weigher((String sha256, Buffer bytes) -> bytes.length())
            .expireAfterWrite(PublicFiles.KEPT)
            .build();

    /** True once they are being read. */
    private final Cache<String, Boolean> asked = Caffeine.newBuilder()
            .maximumSize(MAX_ASKED)
            .expireAfterWrite(PublicFiles.KEPT)
            .build();

    /** Null if they must be read from the disk. A file that is asked for the second time is kept soon after. */
    Buffer bytes(ServedFile file, Vertx vertx) {
        if (file.size() > MAX_BYTES || !(file.source() instanceof FileSource.OnDisk disk)) {
            return null;
        }
        var bytes = kept.getIfPresent(file.sha256());
        if (bytes == null && isSecond(file.sha256())) {
            // Whoever sends the file tells of a failure.
            vertx.executeBlocking(() -> read(disk.path(), (int) file.size()), false)
                    .onSuccess(read -> kept.put(file.sha256(), read));
        }
        return bytes;
    }

    private boolean isSecond(String sha256) {
        return asked.asMap().putIfAbsent(sha256, false) != null && asked.asMap().replace(sha256, false, true);
    }

    // What replaces the deprecated method is there from Vert.x 5 on.
    @SuppressWarnings("deprecation")
    private static Buffer read(Path path, int size) throws IOException {
        var bytes = ByteBuffer.allocateDirect(size);
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (file.read(bytes) < 0) {
                    throw new EOFException("The file is shorter than it was");
                }
            }
        }
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes.flip()));
    }
}
