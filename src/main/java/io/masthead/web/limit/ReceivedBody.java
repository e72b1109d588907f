package io.masthead.web.limit;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A completely received body, in memory or in a file; or one that was not received, and that nobody can read. */
final class ReceivedBody {

    /** The body of a caller who may not send it. */
    static final ReceivedBody NONE = new ReceivedBody(null, null);

    private final Buffer memory;
    private final Path file;

    private ReceivedBody(Buffer memory, Path file) {
        this.memory = memory;
        this.file = file;
    }

    static ReceivedBody of(Buffer memory) {
        return new ReceivedBody(memory, null);
    }

    static ReceivedBody of(Path file) {
        return new ReceivedBody(null, file);
    }

    boolean isEmpty() {
        return memory != null && memory.length() == 0;
    }

    InputStream open() {
        if (memory != null) {
            return new ByteArrayInputStream(memory.getBytes());
        }
        if (file == null) {
            return new Unreadable();
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            // The file is deleted with the request, which has ended because the client disconnected.
            throw new CmsException(ErrorCode.INVALID_BODY, "The body ended too early.");
        }
    }

    /** Only read if the right to send the file was granted after the request had begun. */
    private static final class Unreadable extends InputStream {

        @Override
        public int read(byte[] into, int offset, int length) {
            return read();
        }

        @Override
        public int read() {
            throw new CmsException(ErrorCode.UNAVAILABLE, "The body was not received; send the request again.");
        }
    }
}
