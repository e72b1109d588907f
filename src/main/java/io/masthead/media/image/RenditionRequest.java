package io.masthead.media.image;

import java.util.regex.Pattern;

/**
 * A smaller version that is asked for.
 *
 * @param name of the file that is made, without its extension: letters from a to z, digits, _ and -
 * @param type JPEG, PNG or WebP; null for what fits the original: JPEG and WebP stay, PNG and GIF become PNG
 * @param webpBeside whether it is made as WebP too, and kept where that is smaller
 */
public record RenditionRequest(String name, ResizePlan plan, ImageType type, boolean webpBeside) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

    public RenditionRequest {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a rendition has only letters from a to z, digits, _ and -.");
        }
        if (type == ImageType.GIF || type == ImageType.AVIF) {
            throw new IllegalArgumentException("Renditions are JPEG, PNG or WebP.");
        }
    }

    /** In the original's type, and as WebP beside it where that is smaller. */
    public static RenditionRequest standard(String name, ResizePlan plan) {
        return new RenditionRequest(name, plan, null, true);
    }

    /** The type of the file that is made of an original of this type. */
    public ImageType typeFor(ImageType original) {
        if (type != null) {
            return type;
        }
        return original == ImageType.GIF ? ImageType.PNG : original;
    }
}
