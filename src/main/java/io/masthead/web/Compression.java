package io.masthead.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Compresses texts for clients that accept gzip, on the worker thread that made them. A compressed response is
 * a representation of its own: its entity tag ends in {@code -gzip}. Responses that must not be stored stay
 * uncompressed, since they may contain a secret beside the client's own input, which their length would reveal
 * (the BREACH attack).
 */
@Singleton
public class Compression {

    static final int LEAST_BYTES = 1024;

    /** Nearly as small as the best level, in a third of its time. */
    private static final int LEVEL = 4;

    /** After the filters that write entities and tags: response filters run in descending order. */
    public static final int LAST = 0;

    public static final String GZIP = "gzip";

    private static final int NOT_MODIFIED = 304;
    private static final String MARK = "-gzip\"";
    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    @ServerResponseFilter(priority = LAST)
    void compress(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        var acceptsGzip = acceptsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (response.getStatus() == NOT_MODIFIED) {
            vary(headers);
            var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
            var tag = gzipTag(headers);
            if (acceptsGzip && tag != null && known != null && known.contains(tag)) {
                headers.putSingle(HttpHeaders.ETAG, tag);
            }
            return;
        }
        var text = text(response);
        if (text == null || text.length <= LEAST_BYTES || isSecret(headers)) {
            return;
        }
        vary(headers);
        if (!acceptsGzip) {
            return;
        }
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, GZIP);
        var tag = gzipTag(headers);
        if (tag != null) {
            headers.putSingle(HttpHeaders.ETAG, tag);
        }
        response.setEntity(compressed(text), null, response.getMediaType());
    }

    /** As one header line, which more clients read completely. */
    private static void vary(MultivaluedMap<String, Object> headers) {
        var names = new StringJoiner(", ");
        headers.getOrDefault(HttpHeaders.VARY, List.of()).forEach(name -> names.add(name.toString()));
        headers.putSingle(
                HttpHeaders.VARY, names.add(HttpHeaders.ACCEPT_ENCODING).toString());
    }

    /** Null if the response is no text. */
    private static byte[] text(ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type == null || !isText(type) || response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            return null;
        }
        return bytes(response.getEntity());
    }

    /** The body of a response; null if it is not in memory. */
    public static byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
    }

    static boolean isText(MediaType type) {
        var kind = type.getSubtype();
        return type.getType().equals("text")
                ? !kind.equals("event-stream")
                : type.getType().equals("application")
                        && (kind.endsWith("json")
                                || kind.endsWith("xml")
                                || kind.endsWith("yaml")
                                || kind.endsWith("javascript"));
    }

    private static boolean isSecret(MultivaluedMap<String, Object> headers) {
        return headers.getFirst(HttpHeaders.CACHE_CONTROL) instanceof String rules && rules.contains("no-store");
    }

    /** The tag of the compressed response; null without a tag, or for a weak one. */
    private static String gzipTag(MultivaluedMap<String, Object> headers) {
        return headers.getFirst(HttpHeaders.ETAG) instanceof String tag ? gzipTag(tag) : null;
    }

    /** The tag of the compressed form of a response with this tag; null for a weak one, which stands for both. */
    public static String gzipTag(String tag) {
        return tag.startsWith("\"") && !tag.endsWith(MARK) ? tag.substring(0, tag.length() - 1) + MARK : null;
    }

    /** Whether clients may get it compressed; null is no type. */
    public static boolean isCompressible(MediaType type, byte[] body) {
        return type != null && isText(type) && body.length > LEAST_BYTES;
    }

    /** Whether a client accepts gzip. */
    public static boolean acceptsGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        var any = false;
        for (var coding : acceptEncoding.split(",", -1)) {
            var name = coding.replaceFirst(";.*", "").strip();
            if (name.equalsIgnoreCase(GZIP)) {
                return !REFUSED.matcher(coding).find();
            }
            any |= name.equals("*") && !REFUSED.matcher(coding).find();
        }
        return any;
    }

    public static byte[] compressed(byte[] text) {
        var bytes = new ByteArrayOutputStream(text.length / 3);
        try (var out = new Gzip(bytes)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all", e);
        }
        return bytes.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }
}
