package io.masthead.media.image;

import io.masthead.media.image.ImageRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of images that can be shown, told by the first bytes of a file and never by its name. */
public enum ImageType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    /** Its size is read, its pixels never are; they are kept as they are. */
    AVIF("image/avif", "avif");

    private static final int LONGEST_SIGNATURE = 12;

    /** In pixels. */
    private static final int MAX_WEBP_SIDE = 16_383;

    /** In bytes. AVIF need not be the first brand, so the others are read too. */
    private static final int MAX_BRANDS = 1024;

    private final String mimeType;
    private final String extension;

    ImageType(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    /** By the first bytes; empty if it is no image of a known type. */
    public static Optional<ImageType> of(Path file) throws IOException {
        try (var in = ImageBytes.open(file)) {
            return Optional.of(read(in));
        } catch (ImageRefusedException unknown) {
            return Optional.empty();
        }
    }

    /** By its media type (RFC 6838); empty for others. */
    public static Optional<ImageType> ofMimeType(String mimeType) {
        return Arrays.stream(values())
                .filter(type -> type.mimeType.equals(mimeType))
                .findFirst();
    }

    public String mimeType() {
        return mimeType;
    }

    /** Whether an image of this size, in pixels, can be of this type. */
    public boolean fits(int width, int height) {
        return this != WEBP || (width <= MAX_WEBP_SIDE && height <= MAX_WEBP_SIDE);
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** @param in at the start of the file */
    static ImageType read(ImageBytes in) throws IOException, ImageRefusedException {
        if (in.remaining() == 0) {
            throw new ImageRefusedException(Reason.UNKNOWN_TYPE, "The file is empty.");
        }
        int length = (int) Math.min(LONGEST_SIGNATURE, in.remaining());
        var start = new String(in.take(length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return WEBP;
        }
        if (start.startsWith("ftyp", 4) && hasAvifBrand(in, start)) {
            return AVIF;
        }
        throw new ImageRefusedException(
                Reason.UNKNOWN_TYPE, "The file is not an image; allowed are JPEG, PNG, GIF, WebP and AVIF.");
    }

    private static boolean hasAvifBrand(ImageBytes in, String start) throws IOException, ImageRefusedException {
        in.seek(0);
        long box = in.u32();
        if (start.endsWith("avif") || start.endsWith("avis")) {
            return true;
        }
        in.seek(LONGEST_SIGNATURE + 4L);
        int length = (int) Math.min(Math.min(box - LONGEST_SIGNATURE - 4, in.remaining()), MAX_BRANDS);
        if (length <= 0) {
            return false;
        }
        var brands = new String(in.take(length), StandardCharsets.ISO_8859_1);
        return brands.contains("avif") || brands.contains("avis");
    }
}
