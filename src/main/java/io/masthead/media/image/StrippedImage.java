package io.masthead.media.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The form of an upload that is served: upright, and without the metadata that tells where, when and with what it was
 * made. Copyright, credit and description stay (in EXIF; a GIF has no place for them), and so does the colour profile.
 * Pixels are copied as they are, unless they must be turned: then a JPEG or WebP is encoded again at quality 92, which
 * is not seen, and a PNG or lossless WebP without loss, except that a PNG of 16 bits with a colour profile becomes one
 * of 8 bits. Of AVIF, whose pixels nobody here reads, metadata is overwritten, credits too.
 *
 * @param header of the new file
 * @param reencoded whether the pixels were turned
 */
public record StrippedImage(ImageHeader header, boolean reencoded) {

    private static final int BUFFER = 64 * 1024;

    /**
     * @param target does not exist yet; it is removed if this fails
     * @throws ImageRefusedException if the source is no complete image, or one out of bounds
     */
    public static StrippedImage write(Path source, Path target) throws IOException, ImageRefusedException {
        var inspected = InspectedImage.read(source);
        var header = inspected.header();
        var exif = Credits.of(inspected.metadata()).toExif();
        boolean turns = header.turns();
        if (turns && !header.isDecodable()) {
            throw ImageRefusedException.unsupported(
                    "A CMYK JPEG cannot be turned upright here; save it with RGB colours.");
        }
        if (turns) {
            write(ImageDecoder.decode(source, inspected), header.type(), exif, target);
        } else {
            copyPixels(source, header.type(), target, exif);
        }
        int width = turns ? header.displayWidth() : header.width();
        int height = turns ? header.displayHeight() : header.height();
        return new StrippedImage(
                new ImageHeader(header.type(), width, height, header.frames(), 1, header.isDecodable()), turns);
    }

    /** Copies a file without its metadata. */
    static void copyPixels(Path source, ImageType type, Path target, byte[] exif)
            throws IOException, ImageRefusedException {
        rewrite(source, target, (in, out) -> InspectedImage.format(type).strip(in, out, exif));
    }

    /**
     * Encodes pixels in place of an original. A JPEG keeps the colours of its profile; those of the others become
     * those of screens.
     */
    static void write(DecodedImage decoded, ImageType type, byte[] exif, Path target)
            throws IOException, ImageRefusedException {
        var encoded = Files.createTempFile(target.toAbsolutePath().getParent(), "encode", "." + type.extension());
        try {
            Files.delete(encoded);
            switch (type) {
                case JPEG -> writeJpeg(decoded, exif, encoded, target);
                case PNG, GIF -> {
                    ImageEncoder.writePng(decoded.inScreenColours(), encoded);
                    copyPixels(encoded, ImageType.PNG, target, exif);
                }
                case WEBP -> {
                    if (decoded.isLossless()) {
                        ImageEncoder.writeLosslessWebp(decoded.inScreenColours(), encoded);
                    } else {
                        ImageEncoder.writeWebp(decoded.inScreenColours(), ImageEncoder.ORIGINAL_QUALITY, encoded);
                    }
                    copyPixels(encoded, ImageType.WEBP, target, exif);
                }
                case AVIF -> throw new IllegalArgumentException("AVIF is never decoded, so it is not encoded either.");
            }
        } finally {
            Files.deleteIfExists(encoded);
        }
    }

    private static void writeJpeg(DecodedImage decoded, byte[] exif, Path encoded, Path target)
            throws IOException, ImageRefusedException {
        var profile = decoded.profile();
        ImageEncoder.writeJpeg(decoded.pixels().image(), ImageEncoder.ORIGINAL_QUALITY, encoded);
        rewrite(
                encoded,
                target,
                (in, out) -> new JpegFormat().strip(in, out, exif, profile == null ? null : profile.getData()));
    }

    private static void rewrite(Path source, Path target, Copying copying) throws IOException, ImageRefusedException {
        var created = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean complete = false;
        try {
            try (var out = new BufferedOutputStream(created, BUFFER);
                    var in = ImageBytes.open(source)) {
                copying.copy(in, out);
            }
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
    }

    private interface Copying {
        void copy(ImageBytes in, OutputStream out) throws IOException, ImageRefusedException;
    }
}
