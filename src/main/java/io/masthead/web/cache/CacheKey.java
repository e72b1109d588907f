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
 * @param text the path and the parameters that matter, whatever their order and encoding
 * @param requestTarget the path and the query as they came, which some responses repeat in their links
 */
record CacheKey(String text, String requestTarget) {

    /** Longer ones are rare, and could fill the memory with keys. */
    private static final int MAX_LENGTH = 2_048;

    private static final List<String> NEVER_STORED = List.of("/api/v1/auth/", "/media/", "/docs", "/q/");

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

    /** More are refused where PHP's limit of 1,000 applies, whatever their names are. */
    private static final int MAX_PARAMETERS = 500;

    private static final Pattern REFUSED_TYPE = Pattern.compile(";\\s*q=0(\\.0*)?\\s*(,|$)");
    private static final Comparator<Parameter> BY_NAME = Comparator.comparing(Parameter::base);
    private static final char BETWEEN_PARAMETERS = '\u0001';
    private static final char BEFORE_VALUE = '\u0002';
    private static final char UNREADABLE = '\ufffd';

    /** The key of a response that repeats the request target. */
    String exactText() {
        return text + BETWEEN_PARAMETERS + requestTarget;
    }

    /**
     * Empty if the response must not come from memory.
     *
     * @param surfaces what they declare of their reads
     */
    static Optional<CacheKey> of(HttpServerRequest request, List<DeclaredReads> surfaces) {
        var path = request.path();
        var query = request.query();
        if (!isRead(request.method())
                || path == null
                || !isPrintable(path)
                || path.length() + (query == null ? 0 : query.length()) > MAX_LENGTH
                || path.equals(OWN_DOCUMENT)
                || isNeverStored(path)
                || isExcluded(request)) {
            return Optional.empty();
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var isDocument = path.startsWith(DOCUMENTS);
        if (isApi(path) && !isJsonAccepted(accept)) {
            return Optional.empty();
        }
        var type = isDocument && accept != null ? accept : "";
        return parameters(query, query == null ? DeclaredParameters.UNKNOWN : declared(path, surfaces))
                .map(text -> new CacheKey(
                        path + BETWEEN_PARAMETERS + text + BETWEEN_PARAMETERS + type,
                        query == null ? path : path + '?' + query));
    }

    private static boolean isNeverStored(String path) {
        for (var beginning : NEVER_STORED) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    static DeclaredParameters declared(String path, List<DeclaredReads> surfaces) {
        for (var surface : surfaces) {
            var declared = surface.find(path);
            if (declared != null) {
                return declared;
            }
        }
        return DeclaredParameters.UNKNOWN;
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
     * Sorted by name, decoded, without those that change nothing. The values of one name stay in their order, of which
     * PHP makes a list. Empty if a parameter is personal or cannot be read.
     */
    static Optional<String> parameters(String query, DeclaredParameters declared) {
        if (query == null || query.isEmpty()) {
            return Optional.of("");
        }
        if (query.indexOf(';') >= 0) {
            return Optional.empty(); // it separates parameters for one surface, and not for the other
        }
        var kept = new ArrayList<Parameter>();
        int count = 0;
        for (int from = 0, end; from <= query.length(); from = end + 1) {
            end = query.indexOf('&', from);
            end = end < 0 ? query.length() : end;
            var parameter = Parameter.of(query.substring(from, end));
            count++;
            if (parameter == null || count > MAX_PARAMETERS || PERSONAL_PARAMETERS.contains(parameter.base())) {
                return Optional.empty();
            }
            if (!declared.ignores(parameter.base())) {
                kept.add(parameter);
            }
        }
        kept.sort(BY_NAME);
        var text = new StringBuilder(query.length() + 1);
        for (int i = 0; i < kept.size(); i++) {
            var parameter = kept.get(i);
            if (!isAlone(kept, i) || !parameter.isDefault(declared)) {
                parameter.append(text);
            }
        }
        return Optional.of(text.toString());
    }

    /** Of a name that is sent again, a default replaces other values, or is replaced. */
    private static boolean isAlone(List<Parameter> sorted, int index) {
        var base = sorted.get(index).base();
        return (index == 0 || !sorted.get(index - 1).base().equals(base))
                && (index == sorted.size() - 1 || !sorted.get(index + 1).base().equals(base));
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == UNREADABLE) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param base the name without keys in brackets
     * @param value null without an equals sign
     */
    private record Parameter(String base, String name, String value) {

        /** Null if it cannot be read. */
        static Parameter of(String sent) {
            int equals = sent.indexOf('=');
            var name = decoded(equals < 0 ? sent : sent.substring(0, equals));
            var value = equals < 0 ? null : decoded(sent.substring(equals + 1));
            if (name == null || (value == null && equals >= 0)) {
                return null;
            }
            int end = 0;
            while (end < name.length() && isOfName(name.charAt(end))) {
                end++;
            }
            if (end == name.length()) {
                return end == 0 ? null : new Parameter(name, name, value);
            }
            return end > 0 && name.charAt(end) == '[' ? new Parameter(name.substring(0, end), name, value) : null;
        }

        /** Of a name that PHP takes as it is; others are rare, and are not looked up. */
        private static boolean isOfName(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        }

        boolean isDefault(DeclaredParameters declared) {
            return value != null && name.length() == base.length() && declared.isDefault(base, value);
        }

        void append(StringBuilder text) {
            text.append(name);
            if (value != null) {
                text.append(BEFORE_VALUE).append(value);
            }
            text.append(BETWEEN_PARAMETERS);
        }

        /** Null for malformed or unusual characters. */
        private static String decoded(String text) {
            try {
                var decoded = text.indexOf('%') < 0 && text.indexOf('+') < 0
                        ? text
                        : URLDecoder.decode(text, StandardCharsets.UTF_8);
                return isPrintable(decoded) ? decoded : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
