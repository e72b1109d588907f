package io.masthead.media.type;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.image.ImageHeader;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.svg.CleanSvg;
import io.masthead.media.svg.SvgRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Decides by its bytes whether a file is accepted. What the client calls it matters only where it contradicts the
 * bytes: a picture that is none is refused.
 */
@Singleton
public class FileInspection {

    private final TypeDetection detection;
    private final AcceptedTypes accepted;

    FileInspection(TypeDetection detection, AcceptedTypes accepted) {
        this.detection = detection;
        this.accepted = accepted;
    }

    /**
     * Reads the beginning of the file, of images the structure, of archives the directory, and of text all.
     *
     * @param name the client's name of the file; may be empty
     * @param declared the client's media type; null if there is none
     * @throws CmsException {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}, or {@link ErrorCode#VALIDATION_FAILED} for the
     *     field {@code file} for an image that is damaged, or has too many pixels or frames
     */
    public FileFacts inspect(Path file, String name, String declared) throws IOException {
        var found = detection.detect(file);
        var type = FileType.ofMimeType(found)
                .filter(accepted::has)
                .orElseThrow(() -> refused("The file is of the type " + found + ", which is not accepted here"));
        requireAgreement(type, detection.ofName(name));
        requireAgreement(type, declared == null ? "" : declared.toLowerCase(Locale.ROOT));
        if (type == FileType.SVG) {
            return ofSvg(file);
        }
        if (!type.isRaster()) {
            return new FileFacts(type, null, null);
        }
        try {
            var header = ImageHeader.read(file);
            if (!header.type().mimeType().equals(type.mimeType())) {
                throw refused("The file begins like the type " + type.mimeType() + ", but goes on like "
                        + header.type().mimeType());
            }
            return new FileFacts(type, header.displayWidth(), header.displayHeight());
        } catch (ImageRefusedException e) {
            throw RefusedImage.because(e);
        }
    }

    private static FileFacts ofSvg(Path file) throws IOException {
        try {
            var size = CleanSvg.size(file);
            return new FileFacts(FileType.SVG, size.width(), size.height());
        } catch (SvgRefusedException e) {
            throw RefusedImage.because(e);
        }
    }

    private void requireAgreement(FileType type, String claimed) {
        var claimsImage = claimed.startsWith("image/");
        var claimsSound = claimed.startsWith("audio/") || claimed.startsWith("video/");
        if ((claimsImage && !type.isImage()) || (claimsSound && !type.isSound())) {
            throw refused("The file is called %s, but its bytes are %s"
                    .formatted(claimsImage ? "an image" : "audio or video", type.mimeType()));
        }
    }

    private CmsException refused(String why) {
        return new CmsException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE, why + ". Accepted are " + accepted.names() + ", by their bytes.");
    }
}
