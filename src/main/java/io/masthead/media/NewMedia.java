package io.masthead.media;

/**
 * An upload, beside its bytes.
 *
 * @param fileName the client's name of the file; may be empty
 * @param mimeType the client's Content-Type, null if absent; the type is detected from the bytes
 * @param details absent fields get defaults: the title is the name of the file
 */
public record NewMedia(String fileName, String mimeType, MediaPatch details) {}
