package io.masthead.api.v1.media;

import io.masthead.kernel.Patch;
import io.masthead.media.MediaPatch;
import io.masthead.media.image.FocalPoint;
import io.masthead.text.Slugs;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Details of a media item: sent with an upload, or as a merge patch. */
@Schema(
        name = "MediaInput",
        description = "Details of a media item. In a PATCH, absent fields are unchanged (RFC 7396). A new one"
                + " needs none of them.")
record MediaInput(
        @Schema(
                maxLength = 500,
                description = "Plain text. Without it, a new one gets the name of the file.",
                examples = "The ferry")
        Patch<String> title,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = Slugs.ALLOWED + "; null to make one from the title.",
                examples = "the-ferry")
        Patch<String> slug,

        @Schema(
                maxLength = 20_000,
                description = "The alternative text of an image, plain text.",
                examples = "The ferry at the pier")
        Patch<String> altText,

        @Schema(
                maxLength = 20_000,
                description = "Inline HTML, which will be sanitized.",
                examples = "The <em>Alma</em>, on her first day.")
        Patch<String> caption,

        @Schema(maxLength = 20_000, description = "HTML, which will be sanitized.", examples = "")
        Patch<String> description,

        @Schema(
                maxLength = 500,
                description =
                        "Whose work it is: inline HTML, which will be sanitized. Without it, a new image gets that of its metadata.",
                examples = "Ada Quill")
        Patch<String> credit,

        @Schema(nullable = true, description = "What stays when an image is cut, both coordinates; null for none.")
        Patch<FocalPointJson> focalPoint,

        @Schema(
                nullable = true,
                minimum = "1",
                description = "The id of the post or page it belongs to, which the caller may edit; null for none. As"
                        + " long as that is not published, the file is not public either; once it is deleted"
                        + " permanently, the file is public.",
                examples = "12")
        Patch<Long> postId,

        @Schema(
                nullable = true,
                description = "A JSON object with at most 100 names and 65,536 characters; a PATCH merges it into the"
                        + " current one.",
                examples = "{\"rating\": 4}")
        Patch<Map<String, Object>> customFields) {

    /** Without any details. */
    static final MediaInput NONE = new MediaInput(
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent(),
            Patch.absent());

    MediaPatch toChanges() {
        Patch<FocalPoint> point = focalPoint.value() == null
                ? focalPoint.map(none -> null)
                : focalPoint.value().toPatch();
        return new MediaPatch(
                title,
                altText,
                caption,
                description,
                slug,
                postId,
                Patch.absent(),
                Patch.absent(),
                credit,
                point,
                customFields);
    }
}
