package io.masthead.media.type;

import io.masthead.media.image.ImageType;
import java.util.Arrays;
import java.util.Optional;

/** The types of files that are accepted. */
public enum FileType {
    JPEG(ImageType.JPEG),
    PNG(ImageType.PNG),
    GIF(ImageType.GIF),
    WEBP(ImageType.WEBP),
    AVIF(ImageType.AVIF),
    /** Only where the settings allow it. */
    SVG("image/svg+xml", "svg"),
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm"),
    MP3("audio/mpeg", "mp3"),
    OGG("audio/ogg", "ogg"),
    OGV("video/ogg", "ogv"),
    WAV("audio/wav", "wav"),
    M4A("audio/mp4", "m4a"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt");

    private final String mimeType;
    private final String extension;

    FileType(ImageType image) {
        this(image.mimeType(), image.extension());
    }

    FileType(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    /** By its media type (RFC 6838); empty for types that are not accepted. */
    public static Optional<FileType> ofMimeType(String mimeType) {
        return Arrays.stream(values())
                .filter(type -> type.mimeType.equals(mimeType))
                .findFirst();
    }

    /** A media type by RFC 6838. */
    public String mimeType() {
        return mimeType;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return mimeType.startsWith("image/");
    }

    /** An image of pixels. */
    public boolean isRaster() {
        return isImage() && this != SVG;
    }

    /** Whether a browser may show it in place of saving it; within a page it shows an SVG all the same. */
    public boolean isShownInline() {
        return isRaster() || isSound() || this == PDF;
    }

    /** Sound or moving pictures, which share their containers. */
    boolean isSound() {
        return mimeType.startsWith("audio/") || mimeType.startsWith("video/");
    }
}
