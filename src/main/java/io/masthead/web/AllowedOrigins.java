package io.masthead.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Validates origins, so that a mistake stops the start instead of opening the API to nobody, or to more sites
 * than intended.
 */
public final class AllowedOrigins {

    /** As browsers send it (RFC 6454 section 6.1): in lower case, without a path. */
    private static final Pattern EXACT = Pattern.compile(
            "(https|http)://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])" + "(?::([1-9][0-9]{0,4}))?");

    /** Hosts whose pages cannot be changed by the network. */
    private static final List<String> OF_THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private static final int MAX_PORT = 65_535;

    private AllowedOrigins() {}

    /** @throws IllegalArgumentException with a sentence that names the invalid origin */
    public static void check(List<String> origins) {
        origins.forEach(AllowedOrigins::check);
    }

    private static void check(String origin) {
        var parts = EXACT.matcher(origin);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'"
                    + origin
                    + "' is not an origin such as https://www.example.org, in lower case,"
                    + " without a path and without wildcards.");
        }
        var secure = parts.group(1).equals("https");
        if (!secure && !OF_THIS_MACHINE.contains(parts.group(2))) {
            throw new IllegalArgumentException(
                    "'" + origin + "' must begin with https://; http:// is for localhost only.");
        }
        var port = parts.group(4);
        if (port != null && (Integer.parseInt(port) > MAX_PORT || port.equals(secure ? "443" : "80"))) {
            throw new IllegalArgumentException(
                    "'" + origin + "' has a port that browsers leave out, or that does not exist.");
        }
    }
}
