package io.masthead.wp.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leads the other spellings of an address of this surface to the one: {@code /?rest_route=/…} and
 * {@code /index.php/wp-json/…}, and a method that is named in the query or a header. Before
 * credentials are looked at, since they are looked at more closely for a method that writes.
 */
@Singleton
class WpRewrite {

    private static final int EARLY = 900;
    private static final String DONE = "masthead.wp.rewritten";
    private static final String INDEX = "/index.php";

    /** Has a path of this surface; it is none of the parameters of what lies there. */
    static final String REST_ROUTE = "rest_route";

    /** Would lead to another surface, whose addresses this one is no spelling of. */
    private static final Pattern OUTWARD = Pattern.compile("(^|/)\\.\\.?(/|$)");

    /**
     * HEAD is not among them: caches would keep its empty answer for that of the GET it came in.
     */
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    void register(@Observes Filters filters) {
        filters.register(WpRewrite::rewrite, EARLY);
    }

    private static void rewrite(RoutingContext context) {
        if (context.get(DONE) != null) {
            context.next();
            return;
        }
        var request = context.request();
        // Dots in the path may lead out of this surface, where nobody knows these spellings.
        var sent = context.normalizedPath();
        var path = path(sent, request.query());
        if (path == null) {
            context.next();
            return;
        }
        var method = method(request.method(), request.query(), request.getHeader("X-HTTP-Method-Override"));
        if (path.equals(sent) && method.equals(request.method())) {
            context.next();
            return;
        }
        context.put(DONE, true);
        var query = request.query();
        context.reroute(method, query == null ? path : path + "?" + query);
    }

    /** Null for what is not of this surface. */
    private static String path(String path, String query) {
        if (isOurs(path)) {
            return path;
        }
        if (path.startsWith(INDEX + "/") && isOurs(path.substring(INDEX.length()))) {
            return path.substring(INDEX.length());
        }
        if (path.equals("/") || path.equals(INDEX)) {
            var route = PhpParameters.ofQuery(query).get(REST_ROUTE);
            if (route instanceof String text
                    && text.startsWith("/")
                    && !OUTWARD.matcher(text).find()) {
                return WpGateway.ROOT + encoded(text);
            }
        }
        return null;
    }

    /** As a path, in which no character means more than itself. */
    private static String encoded(String route) {
        return URLEncoder.encode(route, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static boolean isOurs(String path) {
        return path.equals(WpGateway.ROOT) || path.startsWith(WpGateway.ROOT + "/");
    }

    /** A question about a method is not asked by that method. */
    private static HttpMethod method(HttpMethod sent, String query, String header) {
        if (sent.equals(HttpMethod.OPTIONS)) {
            return sent;
        }
        var named = PhpParameters.ofQuery(query).get(WpRequest.Option.METHOD.parameter());
        var word = named instanceof String text ? text : header;
        var method = word == null ? "" : word.strip().toUpperCase(Locale.ROOT);
        return METHODS.contains(method) ? HttpMethod.valueOf(method) : sent;
    }
}
