package io.masthead.adapter.s3;

import io.masthead.media.storage.StoreFullException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** Waits for the client, and makes of its many exceptions those of a store. */
final class S3Calls {

    private static final Pattern STATUS = Pattern.compile("Response code: ([0-9]{3})");

    private S3Calls() {}

    /** A request that the client sends. */
    interface Call<T> {

        CompletableFuture<T> send() throws MinioException, GeneralSecurityException, IOException;
    }

    /** Waits no longer than the time-outs of the client. */
    static <T> T await(Call<T> call) throws IOException {
        try {
            return call.send().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The request to the S3 server was interrupted");
        } catch (ExecutionException | MinioException | GeneralSecurityException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Without the client's exception as its cause, which describes the whole request. */
    static IOException failure(Throwable thrown) {
        var e = thrown;
        while ((e instanceof ExecutionException || e instanceof CompletionException) && e.getCause() != null) {
            e = e.getCause();
        }
        if (e instanceof ErrorResponseException refusal) {
            var said = refusal.errorResponse();
            return refined(new S3Exception(refusal.response().code(), said.code(), said.message()));
        }
        if (e instanceof InvalidResponseException other) {
            return refined(new S3Exception(status(other), null, "not in the form of S3"));
        }
        if (e instanceof ServerException broken) {
            return refined(new S3Exception(broken.statusCode(), null, "an error without details"));
        }
        if (e instanceof IOException io) {
            return io;
        }
        return new IOException("The S3 client failed: " + e.getClass().getSimpleName());
    }

    /** The client tells it only in its message. */
    private static int status(InvalidResponseException e) {
        var found = STATUS.matcher(String.valueOf(e.getMessage()));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static IOException refined(S3Exception e) {
        return e.isFull() ? StoreFullException.because(e) : e;
    }
}
