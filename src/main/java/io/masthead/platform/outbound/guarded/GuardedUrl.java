package io.masthead.platform.outbound.guarded;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL of which each part is checked but the addresses of its host.
 *
 * @param host in lower case; an address of IPv6 in brackets
 * @param port also if the URL has none
 * @param target path and query, encoded
 */
record GuardedUrl(boolean isSecure, String host, int port, String target) {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_HOST = 253;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]++)(?::([0-9]{1,5}))?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    /** As WHATWG's URL standard tells addresses from names: by the last label. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
    private static final int OCTETS = 4;

    /** @throws FetchFailedException for the first part that is not allowed */
    static GuardedUrl parse(String text, DestinationRule rule) throws FetchFailedException {
        if (text.length() > MAX_LENGTH) {
            throw invalid("A URL may have at most %d characters.".formatted(MAX_LENGTH));
        }
        try {
            return of(new URI(text), rule);
        } catch (URISyntaxException e) {
            throw invalid("Write a complete URL, such as https://example.org/ferry.jpg.");
        }
    }

    /**
     * Where a redirect leads.
     *
     * @param location absolute, or relative to this URL
     * @throws FetchFailedException if that is another host or port, or less secure; from http to https is allowed
     */
    GuardedUrl redirectedTo(String location, DestinationRule rule) throws FetchFailedException {
        GuardedUrl next;
        try {
            next = of(new URI(toString()).resolve(new URI(location)), rule);
        } catch (URISyntaxException e) {
            throw refusedRedirect();
        } catch (FetchFailedException e) {
            // The URL at fault is not the one that the caller knows.
            throw refusedRedirect();
        }
        boolean isUpgrade = !isSecure && next.isSecure;
        if (!next.host.equals(host) || !(isUpgrade || (next.isSecure == isSecure && next.port == port))) {
            throw refusedRedirect();
        }
        return next;
    }

    /** Null if it has no such form; URI allows other letters, which a request must not have. */
    private static URI ascii(URI given) {
        try {
            // Half a letter has no form in ASCII.
            return StandardCharsets.UTF_8.newEncoder().canEncode(given.toString())
                    ? new URI(given.toASCIIString())
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static GuardedUrl of(URI given, DestinationRule rule) throws FetchFailedException {
        var uri = ascii(given);
        if (uri == null) {
            throw invalid("The URL has characters that a URL cannot have.");
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid("A URL must begin with https:// or http://.");
        }
        var authority = uri.getRawAuthority();
        if (authority == null) {
            throw invalid("The URL names no host.");
        }
        if (authority.contains("@")) {
            throw invalid("The URL must not contain a user name or a password.");
        }
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw invalid("The host of the URL must be a name in ASCII letters, or an address.");
        }
        var host = parts.group(1).toLowerCase(Locale.ROOT);
        requireUnambiguous(host);
        boolean isSecure = scheme.equals("https");
        int port = parts.group(2) == null ? (isSecure ? HTTPS : HTTP) : Integer.parseInt(parts.group(2));
        if (!rule.allowsPort(port)) {
            throw new FetchFailedException(
                    Reason.REFUSED_PORT,
                    "Nothing is fetched from the port %d; the allowed ports are: %s.".formatted(port, rule.ports()));
        }
        return new GuardedUrl(isSecure, host, port, target(uri));
    }

    /** Programs disagree on what 0177.0.0.1, 127.1 or 0x7f000001 is. */
    private static void requireUnambiguous(String host) throws FetchFailedException {
        if (host.startsWith("[")) {
            return;
        }
        var labels = host.split("\\.", -1);
        if (NUMERIC.matcher(labels[labels.length - 1]).matches()) {
            if (labels.length != OCTETS || !each(labels, OCTET)) {
                throw invalid("Write an IPv4 address as four decimal numbers from 0 to 255, without leading zeros.");
            }
        } else if (host.length() > MAX_HOST || !each(labels, LABEL)) {
            throw invalid("The host of the URL is not a valid name.");
        }
    }

    private static boolean each(String[] labels, Pattern pattern) {
        return Arrays.stream(labels).allMatch(label -> pattern.matcher(label).matches());
    }

    private static String target(URI uri) {
        var path = uri.getRawPath();
        var query = uri.getRawQuery();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static FetchFailedException invalid(String sentence) {
        return new FetchFailedException(Reason.INVALID_URL, sentence);
    }

    private static FetchFailedException refusedRedirect() {
        return new FetchFailedException(
                Reason.REFUSED_REDIRECT,
                "The server redirects to elsewhere than its own host; give the URL of the file itself.");
    }

    /** The path alone, encoded. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Without the port if it is that of the scheme. */
    @Override
    public String toString() {
        boolean isUsual = port == (isSecure ? HTTPS : HTTP);
        return (isSecure ? "https://" : "http://") + host + (isUsual ? "" : ":" + port) + target;
    }
}
