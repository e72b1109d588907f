package io.masthead.imports.files;

/** A file cannot be had; the message says why, in a sentence. */
public final class NoFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /** @param isTemporary whether it may be there in a moment */
    NoFileException(String sentence, boolean isTemporary) {
        super(sentence);
        this.temporary = isTemporary;
    }

    public boolean isTemporary() {
        return temporary;
    }
}
