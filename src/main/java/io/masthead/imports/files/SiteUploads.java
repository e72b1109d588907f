package io.masthead.imports.files;

import io.masthead.kernel.CmsException;
import io.masthead.media.fetch.RemoteFiles;
import io.masthead.media.storage.StagedFile;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** The uploads of the exported site itself, by the guarded client, which follows no redirect to another host. */
final class SiteUploads implements UploadSource {

    private static final Pattern URL = Pattern.compile("(https?://)([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final String MEANT = "-._~:/?#@!$&()*+,;=";

    /** Faults that may pass, as {@link RemoteFiles} names them. */
    private static final Set<String> TEMPORARY = Set.of("unreachable", "too_slow", "incomplete", "busy");

    private final RemoteFiles files;
    private final SiteHosts site;

    SiteUploads(RemoteFiles files, SiteHosts site) {
        this.files = files;
        this.site = site;
    }

    @Override
    public StagedFile read(WantedFile file, Receiver receiver) throws NoFileException {
        if (!site.owns(file.url())) {
            throw new NoFileException(
                    "It is not at the exported site, and from other sites nothing is fetched: %s".formatted(file.url()),
                    false);
        }
        try {
            return files.read(encoded(file.url()), remote -> receiver.receive(remote.size(), remote.bytes()));
        } catch (CmsException e) {
            for (var error : e.errors()) {
                if (error.field().equals(RemoteFiles.URL)) {
                    throw new NoFileException(error.detail(), TEMPORARY.contains(error.code()));
                }
            }
            throw e;
        }
    }

    /** Exports have URLs as people write them, with spaces and letters of any language, in the form the file has. */
    static String encoded(String url) {
        var parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            return url;
        }
        var encoded = new StringBuilder(parts.group(1)).append(ascii(parts.group(2)));
        var rest = parts.group(3);
        for (int i = 0; i < rest.length(); ) {
            int c = rest.codePointAt(i);
            boolean isEncoded = c == '%'
                    && i + 2 < rest.length()
                    && Character.digit(rest.charAt(i + 1), 16) >= 0
                    && Character.digit(rest.charAt(i + 2), 16) >= 0;
            if (isEncoded || (c < 0x80 && (Character.isLetterOrDigit(c) || MEANT.indexOf(c) >= 0))) {
                encoded.appendCodePoint(c);
            } else {
                for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(part & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static String ascii(String authority) {
        try {
            return authority.chars().allMatch(c -> c < 0x80) ? authority : IDN.toASCII(authority);
        } catch (IllegalArgumentException e) {
            return authority; // refused by the client
        }
    }

    @Override
    public void close() {
        // Nothing is open between files.
    }
}
