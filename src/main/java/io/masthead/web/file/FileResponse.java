package io.masthead.web.file;

import io.masthead.media.address.FileAddress;
import io.masthead.media.address.FoundFile;
import io.masthead.media.address.ServedFile;
import io.masthead.media.storage.FileSource;
import io.masthead.web.CacheRules;
import io.masthead.web.EntityTags;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends a file or a range of it, or the way to another server that has it. */
@Singleton
class FileResponse {

    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;
    private static final int NOT_MODIFIED = 304;
    private static final int PARTIAL_CONTENT = 206;
    private static final int UNSATISFIABLE = 416;

    /** The operating system sends that much in one step, within which slow clients show no progress. */
    private static final long SENT_AT_ONCE = 256 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int TAG_LENGTH = 32;
    private static final String POLICY = "Content-Security-Policy";

    /** The address names the content, so what is there never changes. */
    private static final String PUBLIC = "public, max-age=31536000, immutable";

    /** The address stays when what is there changes, such as the focal point. */
    private static final String CHANGING = "public, max-age=3600, stale-while-revalidate=86400";

    /** Kept by the browser of the caller, which asks each time whether the caller may still see it. */
    private static final String PRIVATE = "private, no-cache";

    private final SmallFiles small;
    private final RemoteBytes remote;

    FileResponse(SmallFiles small, RemoteBytes remote) {
        this.small = small;
        this.remote = remote;
    }

    /**
     * Fails if the file cannot be read.
     *
     * @param isPublic whether everybody may see it
     */
    Future<Void> send(RoutingContext route, MediaRequest wanted, ServedFile file, boolean isPublic) {
        var request = route.request();
        var response = route.response();
        var tag = '"' + file.sha256().substring(0, TAG_LENGTH) + '"';
        head(route, wanted, file, tag, isPublic);
        if (EntityTags.noneMatchHits(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return response.setStatusCode(NOT_MODIFIED).end();
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.mimeType());
        if (request.method().equals(HttpMethod.HEAD)) {
            return response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(file.size()))
                    .end();
        }
        var elsewhere = isPublic ? temporaryUrl(file) : null;
        if (elsewhere != null) {
            return redirect(route, elsewhere);
        }
        var condition = request.getHeader("If-Range");
        var range = condition == null || condition.strip().equals(tag)
                ? ByteRange.of(request.getHeader("Range"), file.size())
                : null;
        if (range == null) {
            var bytes = isPublic ? small.bytes(file, route.vertx()) : null;
            return bytes == null ? send(route, file.source(), 0, file.size()) : response.end(bytes);
        }
        response.putHeader(HttpHeaders.CONTENT_RANGE, range.header(file.size()));
        if (!range.isSatisfiable()) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            return response.setStatusCode(UNSATISFIABLE).end();
        }
        response.setStatusCode(PARTIAL_CONTENT);
        return send(route, file.source(), range.from(), range.length());
    }

    /** Caches ask each time: the former file may come back, and what they keep would lead in a circle. */
    Future<Void> redirect(RoutingContext route, FoundFile.Moved moved, boolean isPublic) {
        var headers = route.response().headers();
        headers.set(HttpHeaders.LOCATION, moved.path())
                .set(HttpHeaders.CACHE_CONTROL, isPublic ? "public, no-cache" : PRIVATE);
        if (isPublic) {
            tag(headers, moved.tags());
        } else {
            headers.set(HttpHeaders.VARY, "Authorization");
        }
        return route.response().setStatusCode(MOVED_PERMANENTLY).end();
    }

    private static URI temporaryUrl(ServedFile file) {
        return file.source() instanceof FileSource.Remote source
                ? source.temporaryUrl(file.mimeType(), disposition(file)).orElse(null)
                : null;
    }

    /** No cache may keep it: the URL expires, and the file may be hidden. */
    private Future<Void> redirect(RoutingContext route, URI target) {
        reset(route);
        return route.response()
                .setStatusCode(FOUND)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.LOCATION, target.toString())
                .end();
    }

    private Future<Void> send(RoutingContext route, FileSource source, long from, long length) {
        return source instanceof FileSource.OnDisk file
                ? send(route, file.path(), from, length)
                : remote.send(route, (FileSource.Remote) source, from, length);
    }

    private static Future<Void> send(RoutingContext route, Path path, long from, long length) {
        var response = route.response();
        if (length <= SENT_AT_ONCE) {
            return response.sendFile(path.toString(), from, length);
        }
        return route.vertx()
                .fileSystem()
                .open(path.toString(), new OpenOptions().setWrite(false))
                .compose(file -> pipe(route, file, from, length));
    }

    /** A client that goes away ends the reading; a file that is too short ends the connection. */
    private static Future<Void> pipe(RoutingContext route, AsyncFile file, long from, long length) {
        var response = route.response();
        if (response.closed()) {
            return file.close();
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        var isOpen = new AtomicBoolean(true);
        Runnable close = () -> {
            if (isOpen.compareAndSet(true, false)) {
                // A read that is under way fails, and nobody waits for it.
                file.exceptionHandler(ignored -> {});
                file.close();
            }
        };
        // The pipe may wait for a client that is gone.
        route.addEndHandler(ended -> close.run());
        file.setReadPos(from).setReadLength(length).setReadBufferSize(BUFFER);
        return file.pipe().endOnComplete(false).to(response).transform(piped -> {
            close.run();
            if (piped.succeeded() && response.bytesWritten() >= length) {
                return response.end();
            }
            if (response.headWritten()) {
                // Otherwise the next response would pass for the rest of this one.
                return route.request().connection().close();
            }
            return Future.failedFuture(
                    piped.succeeded() ? new EOFException("The file is shorter than it was") : piped.cause());
        });
    }

    private static void head(RoutingContext route, MediaRequest wanted, ServedFile file, String tag, boolean isPublic) {
        var headers = route.response().headers();
        headers.set(HttpHeaders.ETAG, tag)
                .set(HttpHeaders.CACHE_CONTROL, isPublic ? kept(wanted) : PRIVATE)
                .set(HttpHeaders.ACCEPT_RANGES, "bytes")
                .set(POLICY, "sandbox; default-src 'none'")
                .set(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
        if (isPublic) {
            if (wanted.isByAccept()) {
                headers.set(HttpHeaders.VARY, "Accept");
            }
            tag(headers, file.tags());
        } else {
            headers.set(HttpHeaders.VARY, wanted.isByAccept() ? "Authorization, Accept" : "Authorization");
        }
    }

    private static void tag(MultiMap headers, Set<String> tags) {
        headers.set(CacheRules.SURROGATE_KEY, String.join(" ", tags)).set(CacheRules.CACHE_TAG, String.join(",", tags));
    }

    private static String kept(MediaRequest wanted) {
        return wanted.address() instanceof FileAddress.Stored ? PUBLIC : CHANGING;
    }

    private static String disposition(ServedFile file) {
        return (file.isInline() ? "inline" : "attachment") + "; filename=\"" + file.name() + '"';
    }

    /** Takes back what has been set for a file that cannot be read. */
    void reset(RoutingContext route) {
        var headers = route.response().headers();
        List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.CACHE_CONTROL,
                        HttpHeaders.ACCEPT_RANGES,
                        HttpHeaders.CONTENT_DISPOSITION,
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.CONTENT_LENGTH,
                        HttpHeaders.CONTENT_RANGE)
                .forEach(headers::remove);
        headers.remove(HttpHeaders.VARY)
                .remove(CacheRules.SURROGATE_KEY)
                .remove(CacheRules.CACHE_TAG)
                .remove(POLICY);
    }
}
