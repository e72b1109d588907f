package io.masthead.media.type;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.svg.SvgRefusedException;

/** Says to clients why an image is not accepted. */
final class RefusedImage {

    private RefusedImage() {}

    /**
     * @return {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE} for a form that is not processed, or {@link
     *     ErrorCode#VALIDATION_FAILED} for the field {@code file}
     */
    static CmsException because(ImageRefusedException e) {
        return switch (e.reason()) {
            case UNKNOWN_TYPE, UNSUPPORTED_FORM -> new CmsException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, e.getMessage());
            case DAMAGED -> CmsException.field("file", "invalid_image", e.getMessage());
            case TOO_MANY_PIXELS -> CmsException.field("file", "too_many_pixels", e.getMessage());
            case TOO_MANY_FRAMES -> CmsException.field("file", "too_many_frames", e.getMessage());
        };
    }

    /** @return {@link ErrorCode#VALIDATION_FAILED} for the field {@code file} */
    static CmsException because(SvgRefusedException e) {
        return CmsException.field("file", "invalid_image", e.getMessage());
    }
}
