package io.masthead.media.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sizes that WordPress makes of an upload by default, with the names, the numbers and the rounding that its
 * clients have stored in their contents.
 */
public final class WordPressSizes {

    /** @param cropped whether the box is filled; else the image is put into it, and 0 is any length */
    private record Size(String name, int width, int height, boolean cropped) {}

    private static final List<Size> SIZES = List.of(
            new Size("medium", 300, 300, false),
            new Size("large", 1024, 1024, false),
            new Size("thumbnail", 150, 150, true),
            new Size("medium_large", 768, 0, false),
            new Size("1536x1536", 1536, 1536, false),
            new Size("2048x2048", 2048, 2048, false));

    private WordPressSizes() {}

    /**
     * Those for an image of this size, in WordPress' order. A size that would differ from the original by at
     * most one pixel is left out, as is one that the original does not reach.
     *
     * @param width upright
     * @param height upright
     */
    public static List<RenditionRequest> of(int width, int height, FocalPoint focus) {
        var requests = new ArrayList<RenditionRequest>();
        for (var size : SIZES) {
            plan(size, width, height, focus)
                    .map(plan -> RenditionRequest.standard(size.name, plan))
                    .ifPresent(requests::add);
        }
        return requests;
    }

    private static Optional<ResizePlan> plan(Size size, int width, int height, FocalPoint focus) {
        boolean smaller = size.height == 0 ? width < size.width : width < size.width && height < size.height;
        if (smaller) {
            return Optional.empty();
        }
        var plan = size.cropped
                ? ResizePlan.around(width, height, Math.min(size.width, width), Math.min(size.height, height), focus)
                : constrained(width, height, size);
        boolean same = Math.abs(plan.width() - width) <= 1 && Math.abs(plan.height() - height) <= 1;
        return same ? Optional.empty() : Optional.of(plan);
    }

    /** The larger ratio counts where both lengths still fit after rounding, and a pixel too few is given back. */
    private static ResizePlan constrained(int width, int height, Size size) {
        boolean tooWide = width > size.width;
        boolean tooHigh = size.height > 0 && height > size.height;
        double byWidth = tooWide ? (double) size.width / width : 1;
        double byHeight = tooHigh ? (double) size.height / height : 1;
        double larger = Math.max(byWidth, byHeight);
        boolean fits =
                ResizePlan.scaled(width, larger) <= size.width && ResizePlan.scaled(height, larger) <= size.height;
        double ratio = fits ? larger : Math.min(byWidth, byHeight);
        int newWidth = ResizePlan.scaled(width, ratio);
        int newHeight = ResizePlan.scaled(height, ratio);
        return new ResizePlan(
                0,
                0,
                width,
                height,
                tooWide && newWidth == size.width - 1 ? size.width : newWidth,
                tooHigh && newHeight == size.height - 1 ? size.height : newHeight);
    }
}
