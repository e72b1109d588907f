package io.masthead.media.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes smaller versions of an image in the colours of screens (sRGB), without metadata. It decodes once; of a
 * very large image only every second or third pixel, if that is enough for what is asked for (see {@link Reduction}).
 * The largest rendition of WordPress takes some 30 MB more, and a JPEG with several layers 2 bytes outside of the
 * heap for each of its coefficients. Of an animation the first frame is taken.
 *
 * <p>JPEG has quality 82 and is composited on white where the original is transparent; PNG keeps transparency, and the
 * WebP beside a PNG is lossless as well.
 */
public final class ImageScaler {

    private ImageScaler() {}

    /**
     * What was made of one image by decoding it once.
     *
     * @param renditions in the order of the requests; each WebP follows its main file
     */
    public record ScaledImage(List<Rendition> renditions, Placeholder placeholder) {}

    /**
     * @param folder where files are made, named as requested; on failure it may hold some of them, so it should
     *     be one of the caller's own
     * @throws ImageRefusedException if the source cannot be decoded
     */
    public static ScaledImage scale(Path source, List<RenditionRequest> requests, Path folder)
            throws IOException, ImageRefusedException {
        var inspected = InspectedImage.read(source);
        int reduction = requests.stream()
                .mapToInt(request -> request.plan().reduction())
                .min()
                .orElse(Integer.MAX_VALUE);
        var scaling = new Scaling(ImageDecoder.decodeReduced(source, inspected, reduction), inspected.header());
        Map<RenditionRequest, List<Rendition>> made = new HashMap<>();
        for (var request : largestFirst(requests)) {
            var image = scaling.scale(request.plan());
            made.put(request, write(image, request, inspected.header().type(), folder));
        }
        var inOrder = new ArrayList<Rendition>();
        for (var request : requests) {
            inOrder.addAll(made.get(request));
        }
        return new ScaledImage(List.copyOf(inOrder), scaling.placeholder());
    }

    private static List<RenditionRequest> largestFirst(List<RenditionRequest> requests) {
        return requests.stream()
                .sorted(Comparator.comparingInt(
                                (RenditionRequest request) -> request.plan().width())
                        .reversed())
                .toList();
    }

    private static List<Rendition> write(BufferedImage image, RenditionRequest request, ImageType original, Path folder)
            throws IOException {
        var type = request.typeFor(original);
        var file = folder.resolve(request.name() + "." + type.extension());
        switch (type) {
            case JPEG -> ImageEncoder.writeJpeg(image, ImageEncoder.RENDITION_QUALITY, file);
            case WEBP -> writeWebp(image, original, file);
            default -> ImageEncoder.writePng(image, file);
        }
        var main = rendition(image, request, type, file);
        if (!request.webpBeside()
                || type == ImageType.WEBP
                || !ImageType.WEBP.fits(image.getWidth(), image.getHeight())) {
            return List.of(main);
        }
        var beside = folder.resolve(request.name() + "." + ImageType.WEBP.extension());
        writeWebp(image, original, beside);
        var webp = rendition(image, request, ImageType.WEBP, beside);
        if (webp.bytes() >= main.bytes()) {
            Files.delete(beside);
            return List.of(main);
        }
        return List.of(main, webp);
    }

    /** As the original was: a drawing stays without loss. */
    private static void writeWebp(BufferedImage image, ImageType original, Path file) throws IOException {
        if (original == ImageType.JPEG || original == ImageType.WEBP) {
            ImageEncoder.writeWebp(image, ImageEncoder.RENDITION_QUALITY, file);
        } else {
            ImageEncoder.writeLosslessWebp(image, file);
        }
    }

    private static Rendition rendition(BufferedImage image, RenditionRequest request, ImageType type, Path file)
            throws IOException {
        return new Rendition(request.name(), file, type, image.getWidth(), image.getHeight(), Files.size(file));
    }

    /** Scales from the smallest of what is there that loses nothing. */
    private static final class Scaling {

        /** From a whole rendition that is so much larger, a smaller one comes out as from the original. */
        private static final int ENOUGH = 2;

        private final DecodedImage decoded;
        private final int width;
        private final int height;
        private BufferedImage whole;

        Scaling(DecodedImage decoded, ImageHeader header) {
            this.decoded = decoded;
            this.width = header.displayWidth();
            this.height = header.displayHeight();
        }

        BufferedImage scale(ResizePlan plan) {
            var crop = new AreaScaler.Area(plan.x(), plan.y(), plan.cropWidth(), plan.cropHeight());
            if (whole != null && (double) whole.getWidth() / width * plan.cropWidth() >= ENOUGH * plan.width()) {
                return AreaScaler.scale(new PixelRows(whole), in(crop, whole), plan.width(), plan.height());
            }
            var scaled = decoded.scale(in(crop, decoded.pixels().image()), plan.width(), plan.height());
            if (plan.isWhole(width, height)) {
                whole = scaled;
            }
            return scaled;
        }

        Placeholder placeholder() {
            int longer = Math.max(width, height);
            double ratio = Math.min(1, (double) Placeholder.MAX_SIDE / longer);
            return Placeholder.of(scale(new ResizePlan(
                    0, 0, width, height, ResizePlan.scaled(width, ratio), ResizePlan.scaled(height, ratio))));
        }

        private AreaScaler.Area in(AreaScaler.Area crop, BufferedImage image) {
            return crop.times((double) image.getWidth() / width, (double) image.getHeight() / height);
        }
    }

    /**
     * A smaller version that was made.
     *
     * @param name as it was asked for; the WebP beside another has the same
     * @param bytes size of the file
     */
    public record Rendition(String name, Path file, ImageType type, int width, int height, long bytes) {}
}
