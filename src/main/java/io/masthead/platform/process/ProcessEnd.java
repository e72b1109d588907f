package io.masthead.platform.process;

import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process with one sentence, so that whatever started it can start it anew: half alive it
 * would answer health checks and nobody else.
 */
@Singleton
public class ProcessEnd {

    /** As of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int GONE = 1;

    // Made before they are needed: then there may be no memory to make them.
    private final byte[] outOfMemory =
            line("Masthead has run out of memory and ends; start it anew, with more if it recurs.");
    private final FileOutputStream error = new FileOutputStream(FileDescriptor.err);

    /** Without making anything anew. */
    void outOfMemory() {
        end(outOfMemory, OUT_OF_MEMORY);
    }

    /**
     * @param why one sentence: what is gone for good, and what to do
     */
    public void because(String why) {
        end(line(why), GONE);
    }

    /** Nothing is put in order before: that could take what is gone, and so for ever. */
    private void end(byte[] lastWords, int code) {
        try {
            error.write(lastWords);
        } catch (IOException e) {
            // Nobody listens.
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
