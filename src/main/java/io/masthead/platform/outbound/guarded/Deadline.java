package io.masthead.platform.outbound.guarded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A moment until which results are waited for. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** In nanoseconds, at least 1. */
    long left() {
        return Math.max(1, at - System.nanoTime());
    }

    /** A part of the time that is left. */
    Deadline share(int parts) {
        return new Deadline(System.nanoTime() + left() / parts);
    }

    /** @throws TimeoutException if there is no result in time; what makes it goes on */
    <T> T await(Future<T> result) throws ExecutionException, TimeoutException {
        try {
            return result.get(left(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    <T> T await(io.vertx.core.Future<T> result) throws ExecutionException, TimeoutException {
        CompletableFuture<T> future = result.toCompletionStage().toCompletableFuture();
        return await(future);
    }
}
