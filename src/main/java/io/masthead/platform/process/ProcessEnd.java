package io.masthead.platform.process;

import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process with one sentence, so that its supervisor can restart it: half alive it would answer health
 * checks only.
 */
@Singleton
public class ProcessEnd {

    /** As a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int GONE = 1;

    // Allocated in advance: later there may be no memory for them.
    private final byte[] outOfMemory =
            line("Masthead has run out of memory and stops; restart it, with more memory if it recurs.");
    private final FileOutputStream error = new FileOutputStream(FileDescriptor.err);

    /** Without allocating memory. */
    void outOfMemory() {
        end(outOfMemory, OUT_OF_MEMORY);
    }

    /** @param why one sentence: what is gone for good, and what to do */
    public void withMessage(String why) {
        end(line(why), GONE);
    }

    /** Without an orderly shutdown, which could wait for ever for what is gone. */
    private void end(byte[] message, int code) {
        try {
            error.write(message);
        } catch (IOException e) {
            // Standard error is closed.
        } finally {
            halt(code);
        }
    }

    void halt(int code) {
        Runtime.getRuntime().halt(code);
    }

    private static byte[] line(String sentence) {
        return (sentence + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }
}
