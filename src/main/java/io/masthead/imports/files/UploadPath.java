package io.masthead.imports.files;

import io.masthead.media.address.WordPressUploads;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;

/** The paths below the uploads folder at which the file of an attachment may be. */
final class UploadPath {

    private static final int MAX_LENGTH = 1_000;

    private UploadPath() {}

    /**
     * The most likely first, each in both of Unicode's forms, since copies by some systems change it. None leads out of
     * the folder.
     */
    static Collection<String> candidates(WantedFile file) {
        var paths = new LinkedHashSet<String>();
        WordPressUploads.path(file.url())
                .map(path -> path.substring(WordPressUploads.FOLDER.length()))
                .ifPresent(path -> add(path, paths));
        add(file.attachedFile(), paths);
        decoded(file.attachedFile()).ifPresent(path -> add(path, paths));
        return paths;
    }

    private static void add(String path, Collection<String> paths) {
        if (isPlain(path)) {
            paths.add(path);
            paths.add(Normalizer.normalize(path, Normalizer.Form.NFC));
            paths.add(Normalizer.normalize(path, Normalizer.Form.NFD));
        }
    }

    /** Whether it is relative and names a file below its folder on any system. */
    static boolean isPlain(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH || path.indexOf('\\') >= 0) {
            return false;
        }
        for (var part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return path.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a % that is meant as it is
        }
    }
}
