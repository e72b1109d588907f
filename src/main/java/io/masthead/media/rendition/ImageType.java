package io.masthead.media.rendition;

/** Kinds of images that can be shown, told by the first bytes of a file and never by its name. */
public enum ImageType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    /** Its size is read, its pixels never are; they are kept as they are. */
    AVIF("image/avif", "avif");

    private final String mimeType;
    private final String extension;

    ImageType(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }
}
