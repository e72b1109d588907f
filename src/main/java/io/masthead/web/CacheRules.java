package io.masthead.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.List;

/** What caches may keep of an answer: all of a public read, nothing that depends on the caller. */
@ApplicationScoped
public class CacheRules {

    /** Unlocks one protected post for one request. */
    public static final String POST_PASSWORD = "X-Post-Password";

    /** Proves that a guest has written a comment. */
    public static final String COMMENT_TOKEN = "X-Comment-Token";

    /** What nobody may keep. */
    public static final String PRIVATE = "private, no-store";

    /** More tags than this are not sent: CDNs bound the header, and a list changes often anyway. */
    private static final int MAX_TAGS = 200;

    private final CacheConfig config;

    CacheRules(CacheConfig config) {
        this.config = config;
    }

    /**
     * Writes the headers that tell caches.
     *
     * @param tags what the answer shows, in the form {@code post-12}
     */
    public void apply(
            ContainerRequestContext request,
            MultivaluedMap<String, Object> headers,
            List<String> tags) {
        headers.add(
                HttpHeaders.VARY,
                HttpHeaders.AUTHORIZATION + ", " + POST_PASSWORD + ", " + COMMENT_TOKEN);
        if (!isPublicRead(request)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, PRIVATE);
            return;
        }
        headers.putSingle(HttpHeaders.CACHE_CONTROL, publicRead());
        if (!tags.isEmpty() && tags.size() <= MAX_TAGS) {
            headers.putSingle("Surrogate-Key", String.join(" ", tags));
            headers.putSingle("Cache-Tag", String.join(",", tags));
        }
    }

    /** What shared caches may do with an answer that is the same for everybody. */
    public String publicRead() {
        return "public, max-age=0, s-maxage=%d, stale-while-revalidate=%d"
                .formatted(
                        config.sharedMaxAge().toSeconds(),
                        config.staleWhileRevalidate().toSeconds());
    }

    private static boolean isPublicRead(ContainerRequestContext request) {
        var read =
                request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD);
        return read
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && request.getHeaderString(POST_PASSWORD) == null
                && request.getHeaderString(COMMENT_TOKEN) == null;
    }
}
