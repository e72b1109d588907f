package io.masthead.media;

import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import io.masthead.media.image.FocalPoint;
import java.time.Instant;

/**
 * Changes to the data on a file.
 *
 * @param slug blank to make one from the title
 * @param caption inline HTML
 * @param description HTML
 * @param postId null for no post
 * @param authorId the new owner
 * @param createdAt when it was uploaded
 * @param credit plain text
 * @param focalPoint null for none
 */
public record MediaPatch(
        Patch<String> title,
        Patch<String> altText,
        Patch<String> caption,
        Patch<String> description,
        Patch<String> slug,
        Patch<Long> postId,
        Patch<Long> authorId,
        Patch<Instant> createdAt,
        Patch<String> credit,
        Patch<FocalPoint> focalPoint) {

    /** A change of the focal point; invalid unless both are there and from 0 to 1. */
    public static Patch<FocalPoint> focalPoint(Double x, Double y) {
        return FocalPoint.isValid(x) && FocalPoint.isValid(y)
                ? Patch.to(new FocalPoint(x, y))
                : Patch.invalid(new FieldError(
                        "focalPoint",
                        "out_of_range",
                        "'focalPoint' must have 'x' and 'y', each a number from 0 to 1."));
    }

    /** This patch with another slug. */
    MediaPatch withSlug(Patch<String> other) {
        return new MediaPatch(
                title, altText, caption, description, other, postId, authorId, createdAt, credit, focalPoint);
    }

    /** The part of this patch that differs from the media: the rest needs no right and breaks no rule. */
    MediaPatch differingFrom(Media row) {
        return new MediaPatch(
                title.differingFrom(row.title()),
                altText.differingFrom(row.altText()),
                caption.differingFrom(row.caption()),
                description.differingFrom(row.description()),
                slug.differingFrom(row.slug()),
                postId.differingFrom(row.postId()),
                authorId.differingFrom(row.author().id()),
                createdAt.differingFrom(row.createdAt()),
                credit.differingFrom(row.credit()),
                focalPoint.differingFrom(row.focalPoint()));
    }
}
