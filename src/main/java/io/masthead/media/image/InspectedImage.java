package io.masthead.media.image;

import java.io.IOException;
import java.nio.file.Path;

/** A file's header together with its metadata. */
record InspectedImage(ImageHeader header, ParsedMetadata metadata, MetadataBlocks blocks) {

    static InspectedImage read(Path file) throws IOException, ImageRefusedException {
        try (var in = ImageBytes.open(file)) {
            var type = ImageType.read(in);
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
}
