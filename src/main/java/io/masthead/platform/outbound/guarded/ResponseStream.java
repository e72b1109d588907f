package io.masthead.platform.outbound.guarded;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of a response for a thread that may wait; only a little of it is held in memory. */
final class ResponseStream extends InputStream {

    /** How many parts are received before they are read. */
    private static final int AHEAD = 8;

    private final HttpClientResponse response;
    private final FetchLimits limits;
    private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
    private final long begun = System.nanoTime();

    private long received;
    private byte[] current = {};
    private int position;
    private boolean isEnded;
    private FetchFailedException failure;

    /** What arrives; the end has no bytes. */
    private record Part(Buffer bytes, Throwable failure) {

        boolean isEnd() {
            return bytes == null && failure == null;
        }
    }

    /** To be made as soon as the response has begun, so that none of it is missed. */
    ResponseStream(HttpClientResponse response, FetchLimits limits) {
        this.response = response;
        this.limits = limits;
        response.pause();
        response.exceptionHandler(cause -> arrived.add(new Part(null, cause)))
                .handler(chunk -> arrived.add(new Part(chunk, null)))
                .endHandler(end -> arrived.add(new Part(null, null)));
        response.fetch(AHEAD);
    }

    /** Why reading failed; null if it has not. */
    FetchFailedException failure() {
        return failure;
    }

    HttpClientResponse response() {
        return response;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == current.length) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, from, count);
        position += count;
        return count;
    }

    /** Whether there are more bytes. */
    private boolean next() throws FetchFailedException {
        if (failure != null) {
            throw failure;
        }
        if (isEnded) {
            return false;
        }
        var part = await();
        if (part.failure() != null) {
            throw failed(new FetchFailedException(
                    Reason.INCOMPLETE, "The connection ended before the file was complete.", part.failure()));
        }
        isEnded = part.isEnd();
        if (isEnded) {
            return false;
        }
        current = part.bytes().getBytes();
        received += current.length;
        position = 0;
        response.fetch(1);
        return true;
    }

    private Part await() throws FetchFailedException {
        long patience = patience();
        try {
            // What is there already is taken, however slowly it was read.
            var part = arrived.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
            if (part == null || hasTakenTooLong()) {
                throw failed(new FetchFailedException(Reason.TOO_SLOW, "The server sends the file too slowly."));
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new FetchFailedException(Reason.INCOMPLETE, "This server is being stopped.", e));
        }
    }

    /** In nanoseconds; negative if all patience is spent. */
    private long patience() {
        long taken = System.nanoTime() - begun;
        long deserved = limits.start().toNanos() + TimeUnit.SECONDS.toNanos(received) / limits.rate();
        return Math.min(
                limits.pause().toNanos(), Math.min(deserved, limits.total().toNanos()) - taken);
    }

    private boolean hasTakenTooLong() {
        return System.nanoTime() - begun > limits.total().toNanos();
    }

    private FetchFailedException failed(FetchFailedException cause) {
        failure = cause;
        close();
        return cause;
    }

    /** Closes the connection, which served this response only. */
    @Override
    public void close() {
        response.request().reset();
        response.request().connection().close();
    }
}
