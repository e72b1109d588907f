package io.masthead.media;

import io.masthead.kernel.CustomFields;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import io.masthead.media.image.FocalPoint;
import io.masthead.media.type.ImageTexts;
import java.time.Instant;
import java.util.Map;

/**
 * Changes to the data on a file.
 *
 * @param slug blank to make one from the title
 * @param caption inline HTML
 * @param description HTML
 * @param postId null for no post
 * @param authorId the new owner
 * @param createdAt when it was uploaded
 * @param credit inline HTML
 * @param focalPoint null for none
 * @param customFields merged into those there are; null removes all
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
        Patch<FocalPoint> focalPoint,
        Patch<Map<String, Object>> customFields) {

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
                title,
                altText,
                caption,
                description,
                other,
                postId,
                authorId,
                createdAt,
                credit,
                focalPoint,
                customFields);
    }

    /**
     * This patch, with what an image says of itself in place of what is absent.
     *
     * @param all whether that goes beyond the credit, and for blank fields too
     */
    MediaPatch orElse(ImageTexts texts, boolean all) {
        return new MediaPatch(
                all ? orElse(title, texts.title()) : title,
                all ? orElse(altText, texts.altText()) : altText,
                all ? orElse(caption, texts.caption()) : caption,
                description,
                slug,
                postId,
                authorId,
                createdAt,
                credit.isSet() ? credit : orElse(credit, texts.credit()),
                focalPoint,
                customFields);
    }

    private static Patch<String> orElse(Patch<String> sent, String found) {
        boolean isGiven = sent.value() != null && !sent.value().isBlank();
        return isGiven || found.isEmpty() ? sent : Patch.to(found);
    }

    /** This patch, with what media have in place of what is absent; not their post, owner, date or focal point. */
    MediaPatch orElse(Media original) {
        return new MediaPatch(
                title.isSet() ? title : Patch.to(original.title()),
                altText.isSet() ? altText : Patch.to(original.altText()),
                caption.isSet() ? caption : Patch.to(original.caption()),
                description.isSet() ? description : Patch.to(original.description()),
                slug,
                postId,
                authorId,
                createdAt,
                credit.isSet() ? credit : Patch.to(original.credit()),
                focalPoint,
                customFields);
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
                focalPoint.differingFrom(row.focalPoint()),
                CustomFields.differing(customFields, row.customFields()));
    }
}
