package io.masthead.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Decides which URLs cleaned HTML may contain, and which users may enter as their own. */
public final class WebAddresses {

    private static final Set<String> LINKS = Set.of("http", "https", "mailto", "sms", "tel");
    private static final Set<String> SOURCES = Set.of("http", "https");

    private WebAddresses() {}

    /** An absolute http or https URL with a host, and without credentials. */
    public static boolean isAbsolute(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() != null
                    && SOURCES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A URL that is the same in every context: absolute, and without characters that are special in HTML. */
    public static boolean isPlain(String address) {
        return isAbsolute(address) && address.chars().noneMatch(c -> c == '\'' || c == '`');
    }

    /** A URL to link to: relative, or with a scheme that runs no code. */
    public static boolean isLink(String address) {
        return isRelativeOr(LINKS, address);
    }

    /** A URL to load an image or audio from. */
    static boolean isSource(String address) {
        return isRelativeOr(SOURCES, address);
    }

    /** A list of image URLs, each with an optional size, as in {@code srcset}. */
    static boolean isSourceSet(String candidates) {
        for (var candidate : candidates.split(",", -1)) {
            if (!isSource(candidate.strip())) {
                return false;
            }
        }
        return true;
    }

    /** A player on one of the known hosts, over HTTPS, without credentials or a port. */
    static boolean isEmbed(String address) {
        return EmbedHosts.allows(address);
    }

    /** As {@link #isEmbed}, over HTTP too, which is changed to HTTPS when it is shown. */
    static boolean isPlayer(String address) {
        return isEmbed(secured(address));
    }

    /** The address over HTTPS, if it is one over HTTP or follows the page. */
    static String secured(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) ? "https://" + address.substring(7) : address;
    }

    /**
     * Browsers drop controls and leading blanks before they look for a scheme, so they are dropped here too; a
     * colon before any slash, question mark or hash ends a scheme.
     */
    private static boolean isRelativeOr(Set<String> schemes, String address) {
        var seen = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return schemes.contains(seen.toString().toLowerCase(Locale.ROOT));
            }
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            if (c == '\\') {
                return false;
            }
            if (c > ' ' && !Character.isISOControl(c) && !Character.isSpaceChar(c)) {
                seen.append(c);
            }
        }
        return true;
    }
}
