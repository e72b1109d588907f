package io.masthead.imports.files;

import java.util.Collection;

/** A file cannot be had; the message says why, in a sentence. */
public final class NoFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /** @param isTemporary whether it may be there in a moment */
    NoFileException(String sentence, boolean isTemporary) {
        super(sentence);
        this.temporary = isTemporary;
    }

    /**
     * None of the paths of a file leads to one.
     *
     * @param where {@code folder} or {@code zip}
     */
    static NoFileException missing(Collection<String> paths, String where) {
        var sentence = paths.stream()
                .findFirst()
                .map(path -> "The %s has no file %s.".formatted(where, path))
                .orElse("Its URL names no file below wp-content/uploads.");
        return new NoFileException(sentence, false);
    }

    public boolean isTemporary() {
        return temporary;
    }
}
