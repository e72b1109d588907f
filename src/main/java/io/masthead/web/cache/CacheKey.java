package io.masthead.web.cache;

import io.masthead.web.CacheRules;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a public response depends on in its request.
 *
 * @param text the path and the parameters, whatever their order and encoding
 * @param requestTarget the path and the query as they came, which some responses repeat in their links
 */
record CacheKey(String text, String requestTarget) {

    /** Longer ones are rare, and could fill the memory with keys. */
    private static final int MAX_LENGTH = 2_048;

    private static final List<String> NEVER_STORED = List.of("/api/v1/auth/", "/docs", "/q/");

    /** Made while the application is built; a handler of the framework serves it from memory. */
    private static final String OWN_DOCUMENT = "/openapi";

    /** The only responses whose type depends on Accept. */
    private static final String DOCUMENTS = "/openapi/";

    /** Requests with one of these are personal, do something else than read, or have a body. */
    private static final List<CharSequence> EXCLUDING_HEADERS = Stream.concat(
                    CacheRules.PERSONAL_HEADERS.stream(),
                    Stream.of("X-WP-Nonce", "X-HTTP-Method-Override", HttpHeaders.TRANSFER_ENCODING))
            .toList();

    private static final Set<String> PERSONAL_PARAMETERS =
            Set.of("password", "preview", "token", "_method", "_wpnonce");

    /** A name that PHP takes as it is, with keys in brackets; others are rare, and are not looked up. */
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]++)(\\[.*+)?");

    private static final Pattern REFUSED_TYPE = Pattern.compile(";\\s*q=0(\\.0*)?\\s*(,|$)");
    private static final char BETWEEN_PARAMETERS = '\u0001';
    private static final char BEFORE_VALUE = '\u0002';
    private static final char UNREADABLE = '\ufffd';

    /** The key of a response that repeats the request target. */
    String exactText() {
        return text + BETWEEN_PARAMETERS + requestTarget;
    }

    /** Empty if the response must not come from memory. */
    static Optional<CacheKey> of(HttpServerRequest request) {
        var path = request.path();
        var query = request.query();
        if (!isRead(request.method())
                || path == null
                || path.chars().anyMatch(c -> c < ' ')
                || path.length() + (query == null ? 0 : query.length()) > MAX_LENGTH
                || path.equals(OWN_DOCUMENT)
                || NEVER_STORED.stream().anyMatch(path::startsWith)
                || isExcluded(request)) {
            return Optional.empty();
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var isDocument = path.startsWith(DOCUMENTS);
        if (isApi(path) && !isJsonAccepted(accept)) {
            return Optional.empty();
        }
        var type = isDocument && accept != null ? accept : "";
        return parameters(query)
                .map(text -> new CacheKey(
                        path + BETWEEN_PARAMETERS + text + BETWEEN_PARAMETERS + type,
                        query == null ? path : path + '?' + query));
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static boolean isExcluded(HttpServerRequest request) {
        var headers = request.headers();
        for (var name : EXCLUDING_HEADERS) {
            if (headers.contains(name)) {
                return true;
            }
        }
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/wp-json");
    }

    /** Feeds and the like have one type for all, whatever a client accepts. */
    private static boolean isJsonAccepted(String accept) {
        if (accept == null) {
            return true;
        }
        var types = accept.toLowerCase(Locale.ROOT);
        return (types.contains("*/*") || types.contains("application/json"))
                && !REFUSED_TYPE.matcher(types).find();
    }

    /**
     * Sorted by name, decoded. The values of one name stay in their order, of which PHP makes a list. Empty if a
     * parameter is personal or cannot be read.
     */
    static Optional<String> parameters(String query) {
        if (query == null || query.isEmpty()) {
            return Optional.of("");
        }
        if (query.indexOf(';') >= 0) {
            return Optional.empty(); // it separates parameters for one surface, and not for the other
        }
        var sent = new ArrayList<Parameter>();
        for (var part : query.split("&", -1)) {
            var parameter = Parameter.of(part);
            if (parameter == null || PERSONAL_PARAMETERS.contains(parameter.base())) {
                return Optional.empty();
            }
            sent.add(parameter);
        }
        sent.sort(Comparator.comparing(Parameter::base));
        var text = new StringBuilder(query.length() + 1);
        sent.forEach(parameter -> text.append(parameter.text()).append(BETWEEN_PARAMETERS));
        return Optional.of(text.toString());
    }

    /** @param base the name without keys in brackets */
    private record Parameter(String base, String text) {

        /** Null if it cannot be read. */
        static Parameter of(String sent) {
            int equals = sent.indexOf('=');
            var name = decoded(equals < 0 ? sent : sent.substring(0, equals));
            var value = equals < 0 ? "" : decoded(sent.substring(equals + 1));
            if (name == null || value == null) {
                return null;
            }
            var parts = NAME.matcher(name);
            return parts.matches()
                    ? new Parameter(parts.group(1), equals < 0 ? name : name + BEFORE_VALUE + value)
                    : null;
        }

        /** Null for malformed or unusual characters. */
        private static String decoded(String text) {
            try {
                var decoded = text.indexOf('%') < 0 && text.indexOf('+') < 0
                        ? text
                        : URLDecoder.decode(text, StandardCharsets.UTF_8);
                return decoded.chars().anyMatch(c -> c < ' ' || c == UNREADABLE) ? null : decoded;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
