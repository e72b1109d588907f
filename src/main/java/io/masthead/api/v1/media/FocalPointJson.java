package io.masthead.api.v1.media;

import io.masthead.kernel.Patch;
import io.masthead.media.MediaPatch;
import io.masthead.media.image.FocalPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A focal point on the wire. */
@Schema(name = "FocalPoint", description = "The point of an image that stays when it is cut.")
record FocalPointJson(
        @Schema(description = "From the left.", minimum = "0", maximum = "1", examples = "0.5")
        Double x,

        @Schema(description = "From the top.", minimum = "0", maximum = "1", examples = "0.3")
        Double y) {

    /** Null for none. */
    static FocalPointJson of(FocalPoint point) {
        return point == null ? null : new FocalPointJson(point.x(), point.y());
    }

    Patch<FocalPoint> toPatch() {
        return MediaPatch.focalPoint(x, y);
    }
}
