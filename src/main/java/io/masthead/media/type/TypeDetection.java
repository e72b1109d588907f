package io.masthead.media.type;

import io.masthead.media.image.ImageType;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Detects media types: by Apache Tika's magic bytes, and for containers by what is in them, which Tika's core
 * does not read.
 */
@Singleton
class TypeDetection {

    private static final String ZIP = "application/zip";
    private static final String COMPOUND = "application/x-tika-msoffice";
    private static final String TEXT = "text/plain";
    private static final String UNKNOWN = "application/octet-stream";

    /** Reads a table of 300 KB, so only once, when the first file comes. */
    private static final class Magic {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes(TypeDetection.class.getClassLoader());

        private Magic() {}
    }

    /** The type by the bytes alone, in lower case; {@code application/octet-stream} if it is unknown. */
    String detect(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return UNKNOWN;
        }
        String found;
        try (var in = new BufferedInputStream(Files.newInputStream(file), Magic.TYPES.getMinLength())) {
            found = base(Magic.TYPES.detect(in, new Metadata()));
        }
        return switch (found) {
            case "application/zip", "application/x-tika-ooxml" ->
                OfficeArchive.typeOf(file).orElse(ZIP);
            case COMPOUND, "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint" ->
                CompoundFile.typeOf(file).orElse(COMPOUND);
            case TEXT -> PlainTextCheck.isText(file) ? TEXT : UNKNOWN;
            case "video/mp4", "audio/mp4", "application/mp4", "video/x-m4v", "video/quicktime" ->
                SoundContainer.ofBrand(file).map(FileType::mimeType).orElse(imageOr("video/quicktime", file));
            case "image/heif", "image/heif-sequence", "image/heic", "image/heic-sequence" -> imageOr(found, file);
            case "application/x-matroska", "video/x-matroska", "video/webm", "audio/webm" ->
                SoundContainer.ofMatroska(file).map(FileType::mimeType).orElse("video/x-matroska");
            case "audio/vnd.wave", "audio/x-wav" -> FileType.WAV.mimeType();
            default -> isOgg(found) ? SoundContainer.ofOgg(file).mimeType() : found;
        };
    }

    /** AVIF shares its container with films and with other pictures, and need not be the first of its brands. */
    private static String imageOr(String other, Path file) throws IOException {
        return ImageType.of(file).map(ImageType::mimeType).orElse(other);
    }

    /** The type that a name claims; {@code application/octet-stream} if it claims none. */
    String ofName(String name) throws IOException {
        var dot = name.lastIndexOf('.');
        if (dot < 0) {
            return UNKNOWN;
        }
        var named = new Metadata();
        named.set(
                TikaCoreProperties.RESOURCE_NAME_KEY,
                "file" + name.substring(dot).toLowerCase(Locale.ROOT));
        return base(Magic.TYPES.detect(null, named));
    }

    private static String base(MediaType type) {
        return type == null ? UNKNOWN : type.getBaseType().toString();
    }

    /** Tika has a type for each codec. */
    private static boolean isOgg(String type) {
        return switch (type) {
            case "application/ogg",
                    "audio/ogg",
                    "audio/vorbis",
                    "audio/opus",
                    "audio/speex",
                    "audio/x-oggflac",
                    "audio/x-oggpcm",
                    "video/ogg",
                    "video/theora",
                    "video/x-ogm" -> true;
            default -> false;
        };
    }
}
