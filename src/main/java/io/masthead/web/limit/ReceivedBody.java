package io.masthead.web.limit;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A completely received body, in memory or in a file. */
final class ReceivedBody {

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
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            // The file is deleted with the request, which has ended because the client disconnected.
            throw new CmsException(ErrorCode.INVALID_BODY, "The body ended too early.");
        }
    }
}
