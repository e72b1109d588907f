package io.masthead.media;

import io.masthead.kernel.OnConflict;
import io.masthead.media.type.ImageTexts;

/**
 * An upload, beside its bytes.
 *
 * @param fileName the client's name of the file; may be empty
 * @param mimeType the client's Content-Type, null if absent; the type is detected from the bytes
 * @param details absent fields get defaults: the title is the name of the file, the credit is what the image says of
 *     itself
 * @param onConflict how to handle a slug that is malformed or taken
 * @param describesItself whether title, alternative text and caption that are absent or blank are also taken from
 *     the image
 */
public record NewMedia(
        String fileName, String mimeType, MediaPatch details, OnConflict onConflict, boolean describesItself) {

    /** One whose slug is taken as it is, or refused. */
    public NewMedia(String fileName, String mimeType, MediaPatch details) {
        this(fileName, mimeType, details, OnConflict.REFUSE, false);
    }

    /** The same with what the image says of itself. */
    NewMedia describedBy(ImageTexts texts) {
        return new NewMedia(fileName, mimeType, details.orElse(texts, describesItself), onConflict, describesItself);
    }
}
