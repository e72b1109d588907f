package io.masthead.media.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes the picture of a file, of an animation the first frame. ImageIO reads the file where it lies and caches
 * nothing of it, neither in memory nor on disk. It sees no metadata: it would inflate text whatever its size, and
 * convert the colours of all pixels, of which there are fewer after scaling.
 */
final class ImageDecoder {

    /** The decoder of WebP wants the whole file in memory. */
    private static final int MAX_WEBP_BYTES = 64 * 1024 * 1024;

    // As the decoders give them.
    private static final int BYTES_OF_JPEG_PIXEL = 3;
    private static final int BYTES_OF_ARGB = 4;

    private ImageDecoder() {}

    /**
     * All pixels, upright, to be turned further.
     *
     * @throws ImageRefusedException also if that would take too much memory
     */
    static DecodedImage decode(Path file, InspectedImage inspected) throws ImageRefusedException {
        return decode(file, inspected, Reduction.none(inspected.header()));
    }

    /**
     * As many pixels as are needed, upright.
     *
     * @param maxStep every n-th pixel is enough in each direction
     */
    static DecodedImage decodeReduced(Path file, InspectedImage inspected, int maxStep) throws ImageRefusedException {
        return decode(file, inspected, Reduction.upTo(maxStep, inspected.header()));
    }

    private static DecodedImage decode(Path file, InspectedImage inspected, Reduction reduction)
            throws ImageRefusedException {
        var header = inspected.header();
        if (!header.isDecodable()) {
            throw ImageRefusedException.unsupported(
                    (header.type() == ImageType.JPEG ? "CMYK JPEGs" : header.type() + " images")
                            + " are kept as they are; they cannot be scaled or edited.");
        }
        try {
            var image = switch (header.type()) {
                case JPEG -> jpeg(file, header, reduction);
                case PNG -> png(file, header, reduction);
                case GIF -> gif(file, header, reduction);
                case WEBP -> webp(file, header, reduction);
                case AVIF -> throw new IllegalArgumentException("AVIF is never decoded.");
            };
            var pixels = new PixelGrid(image).turn(header.turns() ? header.orientation() : 1);
            return new DecodedImage(
                    pixels,
                    profile(inspected.blocks().profile(), image),
                    header.type() == ImageType.WEBP && isLossless(file));
        } catch (RuntimeException | IOException damaged) {
            // Decoders answer what they do not expect with exceptions of any kind.
            throw undecodable(header.type());
        }
    }

    private static BufferedImage jpeg(Path file, ImageHeader header, Reduction reduction)
            throws IOException, ImageRefusedException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = withoutMetadata(file, new JpegFormat()::head)) {
            var incomplete = new IncompleteJpegListener();
            reader.addIIOReadWarningListener(incomplete);
            reader.setInput(in, true, true);
            checkSize(reader, header);
            var param = reader.getDefaultReadParam();
            reduction.applyTo(param, header, BYTES_OF_JPEG_PIXEL);
            var image = reader.read(0, param);
            if (incomplete.isIncomplete()) {
                throw ImageRefusedException.truncated();
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage png(Path file, ImageHeader header, Reduction reduction)
            throws IOException, ImageRefusedException {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = withoutMetadata(file, PngFormat::head)) {
            reader.setInput(in, true, false);
            checkSize(reader, header);
            var param = reader.getDefaultReadParam();
            var colours = reader.getImageTypes(0).next().getColorModel();
            reduction.applyTo(param, header, Math.max(1, colours.getPixelSize() / 8));
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static ImageInputStream withoutMetadata(Path file, Head head) throws IOException, ImageRefusedException {
        try (var in = ImageBytes.open(file)) {
            return new SplicedImageInputStream(head.of(in), file, in.position());
        }
    }

    private interface Head {
        byte[] of(ImageBytes in) throws IOException, ImageRefusedException;
    }

    private static BufferedImage gif(Path file, ImageHeader header, Reduction reduction)
            throws IOException, ImageRefusedException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = withoutMetadata(file, GifFormat::head)) {
            reader.setInput(in, true, false);
            if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
                throw sizeDiffers();
            }
            var frame = reader.read(0);
            if (frame.getWidth() == header.width() && frame.getHeight() == header.height()) {
                return frame;
            }
            var descriptor = reader.getImageMetadata(0)
                    .getAsTree("javax_imageio_gif_image_1.0")
                    .getFirstChild()
                    .getAttributes();
            int left = Integer.parseInt(
                    descriptor.getNamedItem("imageLeftPosition").getNodeValue());
            int top =
                    Integer.parseInt(descriptor.getNamedItem("imageTopPosition").getNodeValue());
            return onCanvas(frame, 1, left, top, header, reduction.every(header, BYTES_OF_ARGB));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage webp(Path file, ImageHeader header, Reduction reduction)
            throws IOException, ImageRefusedException {
        int every = reduction.every(header, BYTES_OF_ARGB);
        try (var in = ImageBytes.open(file)) {
            if (WebpFormat.isAnimated(in)) {
                in.seek(0);
                var first = WebpFormat.firstFrame(in, MAX_WEBP_BYTES);
                var still = new SplicedImageInputStream(first.head(), file, in.position(), first.length());
                var frame = webp(still, first.width(), first.height(), every);
                boolean whole = first.width() == header.width() && first.height() == header.height();
                return whole ? frame : onCanvas(frame, every, first.left(), first.top(), header, every);
            }
        }
        if (Files.size(file) > MAX_WEBP_BYTES) {
            throw ImageRefusedException.unsupported(
                    "WebP images of more than " + MAX_WEBP_BYTES / (1024 * 1024) + " MB cannot be processed.");
        }
        return webp(new FileImageInputStream(file.toFile()), header.width(), header.height(), every);
    }

    private static BufferedImage webp(ImageInputStream in, int width, int height, int every)
            throws IOException, ImageRefusedException {
        // Not by ImageIO's register, which asks the class loader of whoever came first.
        var reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (in) {
            reader.setInput(in, false, true);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                throw sizeDiffers();
            }
            var param = new WebPReadParam();
            if (every > 1) {
                param.setUseScaling(true);
                param.setScaledWidth((width + every - 1) / every);
                param.setScaledHeight((height + every - 1) / every);
            }
            return readWebp(reader, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage readWebp(ImageReader reader, WebPReadParam param)
            throws IOException, ImageRefusedException {
        try {
            return reader.read(0, param);
        } catch (OutOfMemoryError e) {
            // libwebp answers a damaged mask so; errors of the JVM itself have a message.
            if (e.getMessage() != null) {
                throw e;
            }
            throw undecodable(ImageType.WEBP);
        }
    }

    /**
     * A frame may cover a part of the picture only; the rest is transparent.
     *
     * @param frameStep the frame has every n-th of its pixels
     * @param step the picture gets every n-th of its pixels
     */
    private static BufferedImage onCanvas(
            BufferedImage frame, int frameStep, int left, int top, ImageHeader header, int step) {
        var canvas = new BufferedImage(
                (header.width() + step - 1) / step, (header.height() + step - 1) / step, BufferedImage.TYPE_INT_ARGB);
        var rows = new PixelRows(frame);
        var row = new int[rows.width()];
        for (int y = 0; y < canvas.getHeight(); y++) {
            int frameY = Math.floorDiv(y * step - top, frameStep);
            if (frameY >= 0 && frameY < rows.height()) {
                rows.read(0, frameY, row.length, row);
                for (int x = 0; x < canvas.getWidth(); x++) {
                    int frameX = Math.floorDiv(x * step - left, frameStep);
                    if (frameX >= 0 && frameX < row.length) {
                        canvas.setRGB(x, y, row[frameX]);
                    }
                }
            }
        }
        return canvas;
    }

    private static boolean isLossless(Path file) throws IOException, ImageRefusedException {
        try (var in = ImageBytes.open(file)) {
            return WebpFormat.isLossless(in);
        }
    }

    /** Null if there is none, or none for RGB and, of a grey picture, for grey. */
    private static ICC_Profile profile(byte[] bytes, BufferedImage image) {
        if (bytes == null) {
            return null;
        }
        try {
            var profile = ICC_Profile.getInstance(bytes);
            int colours = profile.getColorSpaceType();
            boolean isGrey = image.getColorModel().getNumColorComponents() == 1;
            return colours == ColorSpace.TYPE_RGB || (isGrey && colours == ColorSpace.TYPE_GRAY) ? profile : null;
        } catch (IllegalArgumentException damaged) {
            return null; // as browsers do: the picture is shown without it
        }
    }

    private static void checkSize(ImageReader reader, ImageHeader header) throws IOException, ImageRefusedException {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            throw sizeDiffers();
        }
    }

    private static ImageRefusedException undecodable(ImageType type) {
        return ImageRefusedException.damaged("The " + type + " cannot be decoded; it may be damaged.");
    }

    private static ImageRefusedException sizeDiffers() {
        return ImageRefusedException.damaged("The image gives one size in its header and another for its pixels.");
    }

    /** The decoder fills up with grey what a JPEG lacks, and only says so. */
    private static final class IncompleteJpegListener implements IIOReadWarningListener {

        private boolean incomplete;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            incomplete |= warning.contains("Premature end") || warning.contains("Truncated File");
        }

        boolean isIncomplete() {
            return incomplete;
        }
    }
}
