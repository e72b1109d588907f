package io.masthead.platform.outbound.guarded;

import io.vertx.core.http.HttpHeaders;
import java.io.InputStream;

/** A file that another server has begun to send; it must be closed, which ends the connection. */
public final class RemoteBody implements AutoCloseable {

    private final GuardedUrl url;
    private final ResponseStream stream;

    RemoteBody(GuardedUrl url, ResponseStream stream) {
        this.url = url;
        this.stream = stream;
    }

    /** The path of the URL that it came from in the end, encoded. */
    public String path() {
        return url.path();
    }

    /** The value of a header, read as ISO 8859-1; null if it is absent. */
    public String header(String name) {
        return stream.response().getHeader(name);
    }

    /** In bytes, as the other server says; -1 if it does not. */
    public long length() {
        var length = stream.response().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** Its reads wait, and fail with a {@link FetchFailedException}. */
    public InputStream stream() {
        return stream;
    }

    /** Why the stream failed; null if it has not. */
    public FetchFailedException failure() {
        return stream.failure();
    }

    @Override
    public void close() {
        stream.close();
    }
}
