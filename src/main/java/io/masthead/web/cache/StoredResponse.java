package io.masthead.web.cache;

import io.masthead.web.Compression;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A public response in memory. It is never changed; a compressed form makes another one.
 *
 * @param headers those of the resource, without Content-Type, ETag and Vary
 * @param contentType null without a body
 * @param tag the entity tag of the uncompressed form; null without one
 * @param vary without Accept-Encoding; null without one
 * @param body uncompressed
 * @param gzip null until a client accepts it
 * @param isCompressible whether clients may get the compressed form
 * @param repeatsTarget whether its links repeat the path and query of the request, for which alone it is served
 * @param tags what it shows, see {@link io.masthead.platform.event.Tags}
 * @param version the number of changes that this node knew before it was made
 * @param expires when time alone changes it; null if nothing does
 */
record StoredResponse(
        int status,
        List<Map.Entry<String, String>> headers,
        String contentType,
        String tag,
        String vary,
        Buffer body,
        Buffer gzip,
        boolean isCompressible,
        boolean repeatsTarget,
        Set<String> tags,
        long version,
        Instant expires) {

    /** What the objects around texts take, in bytes. */
    private static final int OVERHEAD = 64;

    boolean isError() {
        return status >= 400;
    }

    StoredResponse withGzip(Buffer compressed) {
        return new StoredResponse(
                status,
                headers,
                contentType,
                tag,
                vary,
                body,
                compressed,
                isCompressible,
                repeatsTarget,
                tags,
                version,
                expires);
    }

    /** The entity tag of the compressed form; null without one. */
    String gzipTag() {
        var strong = tag == null ? null : Compression.gzipTag(tag);
        return strong == null ? tag : strong;
    }

    /** The first value of a header; null without one. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The memory it takes, in bytes. */
    int weight() {
        long bytes = 4L * OVERHEAD + body.length() + (gzip == null ? 0 : gzip.length());
        for (var header : headers) {
            bytes += OVERHEAD + size(header.getKey()) + size(header.getValue());
        }
        for (var one : tags) {
            bytes += OVERHEAD + size(one);
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }

    static int size(String text) {
        return text == null ? 0 : OVERHEAD + text.length();
    }
}
