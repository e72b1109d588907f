package io.masthead.imports.files;

import io.masthead.media.address.WordPressUploads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the addresses of a site's uploads in a text. Reads each character a few times at most. */
final class AddressScanner {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PATHS = 10;

    /** What often follows an address, but may also be in one. */
    static final String SOFT = ",;|&()[]{}";

    /** What is not the end of an address, though it may follow one. */
    private static final String TRAILING = ".:!*_~" + SOFT;

    /** What may be before two slashes that do not begin an address. */
    private static final String WITHIN = ":/\\._-%?&#@~+";

    private final String text;
    private final SiteHosts site;
    private final List<UploadAddress> found = new ArrayList<>();

    AddressScanner(String text, SiteHosts site) {
        this.text = text;
        this.site = site;
    }

    List<UploadAddress> uploads() {
        int at = text.indexOf('/');
        while (at >= 0) {
            int next = at + 1;
            if (text.startsWith("//", at)) {
                next = read(at, at + 2, false);
            } else if (at > 0 && text.charAt(at - 1) == '\\' && text.startsWith("/\\/", at)) {
                next = read(at - 1, at + 3, true);
            }
            at = text.indexOf('/', next);
        }
        return found;
    }

    /** Reads the address, of whatever site, and returns where to go on: what is within one is no other one. */
    private int read(int slashes, int authority, boolean isEscaped) {
        if (authority >= text.length() || !Character.isLetterOrDigit(text.charAt(authority))) {
            return authority; // no host begins like that
        }
        var run = WrittenAddress.read(text, authority, MAX_LENGTH);
        int start = start(slashes);
        if (start >= 0 && run.isComplete()) {
            add(start, run, isEscaped);
        }
        int soft = firstOf(SOFT, run.decoded(), run.decoded().length());
        return Math.max(authority, run.at(soft));
    }

    /** Where the address begins; -1 if it has another scheme, or is part of something else. */
    private int start(int slashes) {
        for (var scheme : List.of("https:", "http:")) {
            if (text.regionMatches(true, slashes - scheme.length(), scheme, 0, scheme.length())) {
                return slashes - scheme.length();
            }
        }
        if (slashes == 0 || WrittenAddress.endsWithEscape(text, slashes)) {
            return slashes;
        }
        char before = text.charAt(slashes - 1);
        return Character.isLetterOrDigit(before) || WITHIN.indexOf(before) >= 0 ? -1 : slashes;
    }

    private void add(int start, WrittenAddress run, boolean isEscaped) {
        var whole = run.decoded();
        int path = firstOf("/?#", whole, whole.length());
        if (path == whole.length() || whole.charAt(path) != '/' || !site.ownsAuthority(whole.substring(0, path))) {
            return;
        }
        int end = firstOf("?#", whole, whole.length());
        int other = whole.indexOf("//", path);
        if (other >= 0 && other < end) {
            end = other; // no upload has such a path, but another address may follow a comma
        }
        int folder = whole.indexOf(WordPressUploads.FOLDER, path);
        boolean hasFolder = folder >= 0 && folder < end;
        var paths = paths(whole.substring(0, end), hasFolder ? folder + WordPressUploads.FOLDER.length() : path + 1);
        if (!paths.isEmpty()) {
            found.add(new UploadAddress(start, run.at(hasFolder ? folder : path), hasFolder, isEscaped, paths));
        }
    }

    /** @param address without scheme and query */
    private static Set<String> paths(String address, int least) {
        var paths = new LinkedHashSet<String>();
        for (int end = address.length(); end > least && paths.size() < MAX_PATHS; end = shorter(address, end)) {
            WordPressUploads.path("https://" + address.substring(0, end)).ifPresent(paths::add);
        }
        return paths;
    }

    /** The next end to try: without a mark at the end, or else before the last mark that often follows an address. */
    private static int shorter(String address, int end) {
        if (TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
            return end - 1;
        }
        int at = end - 1;
        while (at > 0 && SOFT.indexOf(address.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private static int firstOf(String characters, String in, int otherwise) {
        for (int i = 0; i < in.length(); i++) {
            if (characters.indexOf(in.charAt(i)) >= 0) {
                return i;
            }
        }
        return otherwise;
    }
}
