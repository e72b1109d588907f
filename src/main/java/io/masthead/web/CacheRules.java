package io.masthead.web;

import io.masthead.platform.event.ReadTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;

/** The cache headers of responses: public reads may be cached, responses that depend on the caller may not. */
@ApplicationScoped
public class CacheRules {

    /** Unlocks one protected post for one request. */
    public static final String POST_PASSWORD = "X-Post-Password";

    /** Proves that a guest wrote a comment. */
    public static final String COMMENT_TOKEN = "X-Comment-Token";

    /** The headers of a request that make its response personal. */
    public static final List<String> PERSONAL_HEADERS =
            List.of(HttpHeaders.AUTHORIZATION, POST_PASSWORD, COMMENT_TOKEN);

    /** The cache tags of a response, separated by spaces. */
    public static final String SURROGATE_KEY = "Surrogate-Key";

    /** The same, separated by commas. */
    public static final String CACHE_TAG = "Cache-Tag";

    /** For responses that must not be stored. */
    public static final String PRIVATE = "private, no-store";

    private final CacheConfig config;
    private final ReadTags reads;

    CacheRules(CacheConfig config, ReadTags reads) {
        this.config = config;
        this.reads = reads;
    }

    /** Sets the cache headers, with the tags of what the request has read. */
    public void apply(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        if (!isPublicRead(request)) {
            forbid(headers);
            return;
        }
        vary(headers);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, publicRead());
        tags().forEach(headers::putSingle);
    }

    /** Sets the cache headers of a response for one caller. */
    public void forbid(MultivaluedMap<String, Object> headers) {
        vary(headers);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, PRIVATE);
    }

    private static void vary(MultivaluedMap<String, Object> headers) {
        headers.add(HttpHeaders.VARY, String.join(", ", PERSONAL_HEADERS));
    }

    /** The headers with the cache tags of what the request has read, for CDNs that support either. */
    public Map<String, String> tags() {
        var sent = CacheTags.bounded(reads.all());
        return sent.isEmpty()
                ? Map.of()
                : Map.of(SURROGATE_KEY, String.join(" ", sent), CACHE_TAG, String.join(",", sent));
    }

    /** The Cache-Control of responses that are the same for everybody. */
    public String publicRead() {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d"
                .formatted(
                        config.maxAge().toSeconds(),
                        config.sharedMaxAge().toSeconds(),
                        config.staleWhileRevalidate().toSeconds());
    }

    private static boolean isPublicRead(ContainerRequestContext request) {
        var read = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        return read && PERSONAL_HEADERS.stream().allMatch(name -> request.getHeaderString(name) == null);
    }
}
