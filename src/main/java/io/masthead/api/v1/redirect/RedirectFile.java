package io.masthead.api.v1.redirect;

import io.masthead.api.v1.http.TextRepresentation;
import io.masthead.permalink.redirect.ListedRedirect;
import io.masthead.permalink.redirect.RedirectMatch;
import io.masthead.text.Slugs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** All redirects in a format that other programs read. */
record RedirectFile(String mediaType, String text) implements TextRepresentation {

    /** RFC 4180, with a header. */
    static RedirectFile csv(List<ListedRedirect> redirects) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("source", "match", "target", "status", "updatedAt");
            for (var redirect : redirects) {
                csv.printRecord(
                        encoded(redirect.source()),
                        redirect.match().name().toLowerCase(Locale.ROOT),
                        redirect.target(),
                        redirect.status(),
                        redirect.updatedAt());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RedirectFile("text/csv;charset=UTF-8", text.toString());
    }

    /**
     * The {@code _redirects} file of Netlify and Cloudflare Pages. A source with a query is left out, since these match
     * paths only.
     */
    static RedirectFile rules(List<ListedRedirect> redirects) {
        return new RedirectFile(
                "text/plain;charset=UTF-8",
                redirects.stream()
                        .filter(redirect -> redirect.source().indexOf('?') < 0)
                        .map(RedirectFile::rule)
                        .collect(Collectors.joining()));
    }

    private static String rule(ListedRedirect redirect) {
        var source = encoded(redirect.source());
        if (redirect.target() == null) {
            return source + (redirect.match() == RedirectMatch.PREFIX ? "/*" : "") + " /404 410\n";
        }
        if (redirect.match() == RedirectMatch.EXACT) {
            return source + " " + redirect.target() + " " + redirect.status() + "\n";
        }
        var base = redirect.target().endsWith("/") ? redirect.target() : redirect.target() + "/";
        return source + "/* " + base + ":splat " + redirect.status() + "\n";
    }

    private static String encoded(String source) {
        var parts = source.split("\\?", 2);
        var path = Arrays.stream(parts[0].split("/", -1)).map(Slugs::encoded).collect(Collectors.joining("/"));
        return parts.length == 1 ? path : path + "?" + parts[1];
    }
}
