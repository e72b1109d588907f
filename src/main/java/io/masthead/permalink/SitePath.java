package io.masthead.permalink;

import io.masthead.kernel.CmsException;
import io.masthead.setting.SiteSettings;
import io.masthead.text.TextRules;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the site that somebody asks for.
 *
 * @param path decoded, without slashes at its ends; empty for the root of the site
 * @param query the raw query; empty for none
 */
public record SitePath(String path, String query) {

    /** In characters, as sent. */
    public static final int MAX_LENGTH = 2_000;

    private static final String INDEX = "index.php";

    /**
     * @param raw a path with its query, or a URL of the site
     * @throws CmsException for the parameter {@code path} if it is neither
     */
    public static SitePath of(String raw, SiteSettings site) {
        return find(raw, site)
                .orElseThrow(() -> CmsException.parameter(
                        "path",
                        "invalid_path",
                        "'path' must be a path that begins with one slash, or a URL of this site (%s), of at most %d characters."
                                .formatted(site.url(), MAX_LENGTH)));
    }

    /** As {@link #of}; empty if it is neither. */
    public static Optional<SitePath> find(String raw, SiteSettings site) {
        return find(raw, site.url());
    }

    static Optional<SitePath> find(String raw, String siteUrl) {
        return raw.length() > MAX_LENGTH ? Optional.empty() : parse(raw, siteUrl);
    }

    /** Of a URL that this site has made, however long it is. */
    public static SitePath ofOwn(String url, SiteSettings site) {
        return parse(url, site.url()).orElseThrow(() -> new IllegalArgumentException("not a URL of this site: " + url));
    }

    private static Optional<SitePath> parse(String raw, String siteUrl) {
        return local(raw, siteUrl)
                .filter(local -> local.startsWith("/") && !local.startsWith("//"))
                .map(local -> of(local.split("#", 2)[0], pathOf(siteUrl)));
    }

    /** @param base the path of the site's URL, which its paths may begin with */
    private static SitePath of(String local, String base) {
        var parts = local.split("\\?", 2);
        var path = decoded(parts[0]);
        if (!base.isEmpty() && (path + "/").startsWith(base + "/")) {
            path = path.substring(base.length());
        }
        path = trimmed(path);
        if (path.equals(INDEX) || path.startsWith(INDEX + "/")) {
            path = trimmed(path.substring(INDEX.length()));
        }
        return new SitePath(path, parts.length == 1 ? "" : parts[1]);
    }

    /** What follows the origin of the site, with or without {@code www.} and TLS; empty for another origin. */
    private static Optional<String> local(String raw, String siteUrl) {
        if (raw.startsWith("/")) {
            return Optional.of(raw);
        }
        var end = raw.indexOf("://");
        if (end < 0 || !origin(raw).equals(origin(siteUrl))) {
            return Optional.empty();
        }
        var slash = raw.indexOf('/', end + 3);
        return Optional.of(slash < 0 ? "/" : raw.substring(slash));
    }

    private static String origin(String url) {
        var start = url.indexOf("://") + 3;
        var slash = url.indexOf('/', start);
        var host = url.substring(start, slash < 0 ? url.length() : slash).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String pathOf(String siteUrl) {
        var slash = siteUrl.indexOf('/', siteUrl.indexOf("://") + 3);
        return slash < 0 ? "" : decoded(siteUrl.substring(slash));
    }

    /** The canonical form of a path: decoded, without slashes at its ends. */
    public static String normalized(String rawPath) {
        return trimmed(decoded(rawPath));
    }

    private static String trimmed(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** A text that is not percent-encoded stands for itself. */
    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    /** Whether content can have this path. */
    boolean isStorable() {
        return TextRules.isStorable(path) && TextRules.isStorable(decoded(query));
    }

    /** The decoded parameters of the query; of a repeated one the last, as in PHP. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(value(parts[0]), parts.length == 1 ? "" : value(parts[1]));
            }
        }
        return parameters;
    }

    private static String value(String raw) {
        return decoded(raw.replace('+', ' '));
    }
}
