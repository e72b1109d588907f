package io.masthead.imports.files;

import io.masthead.media.address.WordPressUploads;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes addresses of an exported site's uploads, wherever they are in a text: attributes, lists of sources, Markdown,
 * or the JSON in block comments. Only scheme, host and what is before {@code /wp-content/uploads/} change; the rest
 * stays as it is written.
 */
public final class AddressRewriting {

    private final SiteHosts site;
    private final String siteUrl;

    /** @param siteUrl of this server, without a slash at the end */
    public AddressRewriting(SiteHosts site, String siteUrl) {
        this.site = site;
        this.siteUrl = siteUrl;
    }

    /**
     * A text afterwards.
     *
     * @param found the addresses of uploads in it
     * @param changed those that lead to this server now
     */
    public record Rewritten(String text, int found, int changed) {}

    /** All paths that addresses in the text may have; where an address ends is not always clear. */
    public Set<String> paths(String text) {
        var paths = new HashSet<String>();
        uploads(text).forEach(address -> paths.addAll(address.paths()));
        return paths;
    }

    /** @param here the paths, as of {@link #paths}, of which this server has the file */
    public Rewritten rewrite(String text, Set<String> here) {
        var rewritten = new StringBuilder();
        int copied = 0;
        int found = 0;
        int changed = 0;
        for (var address : uploads(text)) {
            found++;
            if (address.paths().stream().anyMatch(here::contains)) {
                changed++;
                var prefix = address.hasFolder() ? siteUrl : siteUrl + folder();
                rewritten
                        .append(text, copied, address.start())
                        .append(address.isEscaped() ? prefix.replace("/", "\\/") : prefix);
                copied = address.rest();
            }
        }
        return new Rewritten(
                changed == 0
                        ? text
                        : rewritten.append(text, copied, text.length()).toString(),
                found,
                changed);
    }

    private static String folder() {
        return WordPressUploads.FOLDER.substring(0, WordPressUploads.FOLDER.length() - 1);
    }

    private List<UploadAddress> uploads(String text) {
        return new AddressScanner(text, site).uploads();
    }
}
