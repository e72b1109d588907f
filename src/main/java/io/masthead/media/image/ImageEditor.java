package io.masthead.media.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Crops, turns and mirrors images; the results keep copyright, credit and description, and no other metadata. */
public final class ImageEditor {

    private ImageEditor() {}

    /**
     * The steps are done one after the other on the upright image, in full size. That takes 3 bytes for each pixel of a
     * JPEG, of which there are up to {@link ImageHeader#MAX_PIXELS}; a JPEG with several layers takes about as much
     * again outside of the heap. JPEG and WebP are encoded at quality 92, a lossless WebP without loss; a GIF becomes a
     * PNG.
     *
     * @param target does not exist yet
     * @return of the new file
     * @throws ImageRefusedException if the source cannot be decoded, is animated, or would take more memory
     */
    public static ImageHeader write(Path source, List<ImageEdit> edits, Path target)
            throws IOException, ImageRefusedException {
        var inspected = InspectedImage.read(source);
        if (inspected.header().frames() > 1) {
            throw ImageRefusedException.unsupported("Animations cannot be edited.");
        }
        var decoded = ImageDecoder.decode(source, inspected);
        var pixels = decoded.pixels();
        for (var edit : edits) {
            pixels = apply(edit, pixels);
        }
        var exif = Credits.of(inspected.metadata()).toExif();
        StrippedImage.write(decoded.with(pixels), inspected.header().type(), exif, target);
        return ImageHeader.read(target);
    }

    private static PixelGrid apply(ImageEdit edit, PixelGrid pixels) {
        if (edit instanceof ImageEdit.Crop crop) {
            return pixels.crop(crop.of(pixels.width(), pixels.height()));
        }
        if (edit instanceof ImageEdit.Rotate rotate) {
            return pixels.turn(rotated(Math.floorMod(rotate.degrees(), 360)));
        }
        var flip = (ImageEdit.Flip) edit;
        return pixels.turn(flip.horizontal() ? flip.vertical() ? 3 : 2 : flip.vertical() ? 4 : 1);
    }

    /** Which orientation a picture must be said to have to be turned so. */
    private static int rotated(int degrees) {
        return switch (degrees) {
            case 90 -> 6;
            case 180 -> 3;
            case 270 -> 8;
            default -> 1;
        };
    }
}
