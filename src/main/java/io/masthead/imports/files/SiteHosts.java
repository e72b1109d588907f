package io.masthead.imports.files;

import java.net.IDN;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts of an exported site. {@code www.} makes no difference, nor does the scheme with its usual port; a site of
 * WordPress.com also has a host for its files.
 */
public final class SiteHosts {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:)?//([^/?#\\\\]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]@]+?)\\.?(?::([0-9]{0,5}))?");
    private static final String WWW = "www.";
    private static final String WORDPRESS_COM = ".wordpress.com";
    private static final String FILES = ".files.wordpress.com";
    private static final Set<String> USUAL_PORTS = Set.of("", "80", "443");

    private final Set<String> hosts;

    /** @param urls of the site; those that are none are left out */
    public SiteHosts(Collection<String> urls) {
        var found = new HashSet<String>();
        for (var url : urls) {
            authority(url).flatMap(SiteHosts::normalized).ifPresent(host -> {
                found.add(host);
                if (host.endsWith(WORDPRESS_COM) && !host.endsWith(FILES)) {
                    found.add(host.substring(0, host.length() - WORDPRESS_COM.length()) + FILES);
                }
            });
        }
        this.hosts = Set.copyOf(found);
    }

    /** @param url absolute or without a scheme; nothing else is at the site */
    public boolean owns(String url) {
        return authority(url).filter(this::ownsAuthority).isPresent();
    }

    /** @param authority host and, if there is one, port */
    boolean ownsAuthority(String authority) {
        return normalized(authority).filter(hosts::contains).isPresent();
    }

    private static Optional<String> authority(String url) {
        var parts = ADDRESS.matcher(url.strip());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private static Optional<String> normalized(String authority) {
        var parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty(); // also if it names a user
        }
        String host;
        try {
            host = parts.group(1).startsWith("[") ? parts.group(1) : IDN.toASCII(parts.group(1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var bare = host.startsWith(WWW) ? host.substring(WWW.length()) : host;
        var port = parts.group(2) == null ? "" : parts.group(2);
        return Optional.of(USUAL_PORTS.contains(port) ? bare : bare + ":" + port);
    }
}
