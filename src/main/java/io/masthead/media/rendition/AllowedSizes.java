package io.masthead.media.rendition;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes in which front ends may have images: each is kept, so that without a limit anybody could fill the store.
 */
@Singleton
public class AllowedSizes {

    private final List<Integer> widths;
    private final List<Ratio> ratios;

    AllowedSizes(RenditionConfig config) {
        this.widths = config.widths().stream().sorted().toList();
        this.ratios = config.ratios().stream().map(Ratio::of).toList();
    }

    /**
     * @param height 0 for any
     * @throws CmsException {@link ErrorCode#INVALID_PARAMETER} with the allowed sizes
     */
    public void require(int width, int height) {
        if (!widths.contains(width)) {
            throw new CmsException(
                    ErrorCode.INVALID_PARAMETER,
                    "Images have no width of " + width + "; allowed are "
                            + widths.stream().map(Object::toString).collect(Collectors.joining(", "))
                            + ".");
        }
        if (height != 0 && ratios.stream().noneMatch(ratio -> ratio.fits(width, height))) {
            throw new CmsException(
                    ErrorCode.INVALID_PARAMETER,
                    "Images of width " + width + " have no height of " + height
                            + "; allowed are 0 for the image's own proportions, and what gives one of the ratios "
                            + ratios.stream().map(Ratio::toString).collect(Collectors.joining(", "))
                            + ".");
        }
    }
}
