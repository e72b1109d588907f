package io.masthead.api.v1.http;

import io.masthead.text.TextRules;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/** URLs of this API, and responses that refer to them. */
public final class Paths {

    private static final int MAX_DEPTH = 50;

    private Paths() {}

    /** A text that cannot be a slug is not found, like an unknown slug. */
    public static List<String> segments(String path) {
        if (!TextRules.isStorable(path)) {
            return List.of();
        }
        var segments =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return segments.size() > MAX_DEPTH ? List.of() : segments;
    }

    /** 301 to the current URL, with the parameters of the request. */
    public static <T> RestResponse<T> moved(UriInfo uri, String base, List<String> path) {
        var query = uri.getRequestUri().getRawQuery();
        var target = path.stream()
                .map(slug -> URLEncoder.encode(slug, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", base, query == null ? "" : "?" + query));
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, target)
                .build();
    }

    /**
     * 201 with the address of what was made. JAX-RS would put scheme and host before it, as the
     * request names them: behind a proxy with TLS that is not where the client is.
     */
    public static <T> RestResponse<T> created(String path, T made) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, path)
                .entity(made)
                .build();
    }
}
