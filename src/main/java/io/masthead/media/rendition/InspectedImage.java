package io.masthead.media.rendition;

import io.masthead.media.rendition.ImageRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file's header together with its metadata. */
record InspectedImage(ImageHeader header, ParsedMetadata metadata, MetadataBlocks blocks) {

    private static final int LONGEST_SIGNATURE = 12;

    /** Brands of an AVIF file, of which the first may be a more general one. */
    private static final int MAX_BRANDS = 1024;

    static InspectedImage read(Path file) throws IOException, ImageRefusedException {
        try (var in = ImageBytes.open(file)) {
            var type = type(in);
            in.seek(0);
            var structure = format(type).inspect(in);
            ImageHeader.requireInBounds(structure);
            var metadata = ParsedMetadata.of(structure.blocks());
            return new InspectedImage(ImageHeader.of(structure, metadata.orientation()), metadata, structure.blocks());
        }
    }

    static ImageFormat format(ImageType type) {
        return switch (type) {
            case JPEG -> new JpegFormat();
            case PNG -> new PngFormat();
            case GIF -> new GifFormat();
            case WEBP -> new WebpFormat();
            case AVIF -> new AvifFormat();
        };
    }

    private static ImageType type(ImageBytes in) throws IOException, ImageRefusedException {
        if (in.remaining() == 0) {
            throw new ImageRefusedException(Reason.UNKNOWN_TYPE, "The file is empty.");
        }
        int length = (int) Math.min(LONGEST_SIGNATURE, in.remaining());
        var start = new String(in.take(length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return ImageType.JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return ImageType.PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return ImageType.GIF;
        }
        if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return ImageType.WEBP;
        }
        if (start.startsWith("ftyp", 4) && hasAvifBrand(in, start)) {
            return ImageType.AVIF;
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
