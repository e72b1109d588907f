package io.masthead.imports.files;

import java.util.Collection;

/** Says that none of the paths of a file leads to one. */
final class MissingFile {

    private MissingFile() {}

    /** @param where {@code folder} or {@code zip} */
    static NoFileException of(Collection<String> paths, String where) {
        var sentence = paths.stream()
                .findFirst()
                .map(path -> "The %s has no file %s.".formatted(where, path))
                .orElse("Its URL names no file below wp-content/uploads.");
        return new NoFileException(sentence, false);
    }
}
