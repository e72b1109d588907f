package io.masthead.media.rendition;

import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageType;
import io.masthead.media.image.ResizePlan;

/**
 * A smaller version of a media item that a front end asks for.
 *
 * @param width in pixels
 * @param height in pixels; 0 for any
 * @param type JPEG, PNG or WebP; null for that of the original, PNG for a GIF
 */
public record RenditionQuery(long mediaId, int width, int height, Fit fit, ImageType type) {

    /** Which part of the image becomes how large; never larger than the original. */
    public ResizePlan plan(SourceImage source, FocalPoint focus) {
        return fit == Fit.CONTAIN
                ? ResizePlan.contain(source.width(), source.height(), width, height)
                : ResizePlan.cover(source.width(), source.height(), width, height, focus);
    }
}
