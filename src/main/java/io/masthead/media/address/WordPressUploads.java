package io.masthead.media.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where WordPress has the files of its media. */
public final class WordPressUploads {

    /** The folder of a site; in a network, folders of further sites are below it. */
    public static final String FOLDER = "/wp-content/uploads/";

    /** The hosts of files that WordPress.com had for its sites: {@code NAME.files.wordpress.com/2024/05/ferry.jpg}. */
    private static final String FILE_HOSTS = ".files.wordpress.com";

    private WordPressUploads() {}

    /**
     * The path that a file of a site has below its {@link #FOLDER}, with that folder, whatever folder the site itself
     * is in: {@code /wp-content/uploads/2024/05/ferry.jpg}.
     *
     * @param url of a file of WordPress, encoded or not
     * @return empty for another URL; else as of {@link FormerPath#normalized}
     */
    public static Optional<String> path(String url) {
        URI uri;
        try {
            uri = new URI(url.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        var path = uri.getRawPath();
        if (path == null) {
            return Optional.empty();
        }
        int folder = path.indexOf(FOLDER);
        if (folder >= 0) {
            return decoded(path.substring(folder));
        }
        return uri.getHost() != null && uri.getHost().endsWith(FILE_HOSTS)
                ? decoded(FOLDER + path.substring(1))
                : Optional.empty();
    }

    /** The path of a request, as of {@link FormerPath#normalized}; empty if no file can have had it. */
    public static Optional<String> ofRequest(String encoded) {
        return encoded.startsWith(FOLDER) && !encoded.endsWith("/") ? decoded(encoded) : Optional.empty();
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return FormerPath.normalized(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a % without two digits
        }
    }
}
