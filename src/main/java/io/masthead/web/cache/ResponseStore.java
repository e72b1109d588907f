package io.masthead.web.cache;

import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.web.Compression;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Stores public responses as the resources make them, before and after their compression. */
@Singleton
class ResponseStore {

    /** Response filters run in descending order. */
    private static final int BEFORE_COMPRESSION = Compression.LAST + 1;

    private static final int AFTER_COMPRESSION = Compression.LAST - 1;
    private static final String STORED = "masthead.cache.stored";
    private static final byte[] NOTHING = {};
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> PUBLIC_STATUSES = Set.of(OK, 301);

    /** How long it is kept that there is nothing. */
    private static final Duration ERROR_KEPT = Duration.ofSeconds(2);

    /** What is missing may appear with any change. */
    private static final Set<String> ALL_COLLECTIONS = Set.of(
            Tags.POSTS,
            Tags.PAGES,
            Tags.MEDIA,
            Tags.TERMS,
            Tags.USERS,
            Tags.COMMENTS,
            Tags.MENUS,
            Tags.PATTERNS,
            Tags.REDIRECTS);

    /** Puts the headers into the body; may also be sent with keys in brackets. */
    private static final String ENVELOPE = "_envelope";

    /** A link to another page of a list, which repeats the parameters. */
    private static final Pattern PAGE_LINK = Pattern.compile("\\?[^>]*>; *rel=\"(?:next|prev|first|last)\"");

    /** These are written for each client anew. */
    private static final Set<String> REWRITTEN = Set.of("content-type", "content-length", "etag", "vary");

    private final ResponseCache cache;
    private final ReadTags reads;
    private final Clock clock;

    ResponseStore(ResponseCache cache, ReadTags reads, Clock clock) {
        this.cache = cache;
        this.reads = reads;
        this.clock = clock;
    }

    @ServerResponseFilter(priority = BEFORE_COMPRESSION)
    void store(ContainerRequestContext request, ContainerResponseContext response, RoutingContext route) {
        var miss = Miss.of(route);
        if (miss == null) {
            return;
        }
        var isStorable = isStorable(response);
        try {
            if (isStorable) {
                var stored = stored(miss, request, response);
                cache.store(miss.key(), stored);
                request.setProperty(STORED, stored);
            }
            answerConditionally(miss, request, response);
        } finally {
            miss.complete(isStorable);
        }
    }

    /** 304 for a client that has the response, stored or not: the condition was taken from the request. */
    private static void answerConditionally(
            Miss miss, ContainerRequestContext request, ContainerResponseContext response) {
        var tag = response.getHeaders().getFirst(HttpHeaders.ETAG) instanceof String text ? text : null;
        var date = response.getHeaders().getFirst(HttpHeaders.LAST_MODIFIED) instanceof String text ? text : null;
        if (response.getStatus() != OK || !miss.condition().isMetBy(tag, date)) {
            return;
        }
        response.setStatus(NOT_MODIFIED);
        response.setEntity(null);
        if (tag != null) {
            var isGzip = Compression.acceptsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
            response.getHeaders().putSingle(HttpHeaders.ETAG, miss.condition().knownTag(tag, isGzip));
        }
    }

    @ServerResponseFilter(priority = AFTER_COMPRESSION)
    void storeCompressed(ContainerRequestContext request, ContainerResponseContext response, RoutingContext route) {
        if (request.getProperty(STORED) instanceof StoredResponse stored
                && response.getEntity() instanceof byte[] bytes
                && response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            cache.keepCompressed(Miss.of(route).key(), stored, Buffer.buffer(bytes));
        }
    }

    private static boolean isStorable(ContainerResponseContext response) {
        return (response.getStatus() == NOT_FOUND || isPublic(response))
                && (response.getEntity() == null || Compression.bytes(response.getEntity()) != null)
                && !response.getHeaders().containsKey(HttpHeaders.SET_COOKIE);
    }

    private static boolean isPublic(ContainerResponseContext response) {
        return PUBLIC_STATUSES.contains(response.getStatus())
                && response.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL) instanceof String rules
                && rules.startsWith("public");
    }

    private StoredResponse stored(Miss miss, ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        var kept = new ArrayList<Map.Entry<String, String>>();
        headers.forEach((name, values) -> {
            if (!REWRITTEN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> kept.add(Map.entry(name, value.toString())));
            }
        });
        var body = response.getEntity() == null ? NOTHING : Compression.bytes(response.getEntity());
        var type = response.getMediaType();
        var isError = response.getStatus() == NOT_FOUND;
        var isCompressible = !isError && Compression.isCompressible(type, body);
        var vary = new ArrayList<>(texts(headers.getOrDefault(HttpHeaders.VARY, List.of())));
        if (isCompressible) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        return new StoredResponse(
                response.getStatus(),
                List.copyOf(kept),
                type == null ? null : type.toString(),
                headers.getFirst(HttpHeaders.ETAG) instanceof String tag ? tag : null,
                vary.isEmpty() ? null : String.join(", ", vary),
                Buffer.buffer(body),
                null,
                isCompressible,
                isError || repeatsItsQuery(request, kept),
                isError ? ALL_COLLECTIONS : Set.copyOf(reads.all()),
                miss.version(),
                isError ? clock.instant().plus(ERROR_KEPT) : reads.changesAt());
    }

    /** Whether its links repeat the parameters as they were sent. */
    private static boolean repeatsItsQuery(ContainerRequestContext request, List<Map.Entry<String, String>> headers) {
        var uri = request.getUriInfo();
        return uri.getQueryParameters().keySet().stream().anyMatch(name -> name.startsWith(ENVELOPE))
                || !CacheKey.isApi(uri.getRequestUri().getPath())
                || headers.stream()
                        .anyMatch(header -> header.getKey().equalsIgnoreCase(HttpHeaders.LOCATION)
                                || (header.getKey().equalsIgnoreCase(HttpHeaders.LINK)
                                        && PAGE_LINK.matcher(header.getValue()).find()));
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(Object::toString).collect(Collectors.toList());
    }
}
