package io.masthead.api.v1.media;

import io.masthead.kernel.Patch;
import io.masthead.media.MediaPatch;
import io.masthead.text.Slugs;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The URL of a file, and the details of its media item. */
@Schema(
        name = "MediaUrlInput",
        requiredProperties = "url",
        description = "The URL of a file. The details are those of an upload, and none of them is needed.")
record MediaUrlInput(
        @Schema(
                maxLength = 2_000,
                format = "uri",
                description = "http or https, without user name and password, at the port 80, 443, 8080 or 8443 of a"
                        + " host with public addresses.",
                examples = "https://example.org/pictures/ferry.jpg")
        String url,

        @Schema(maxLength = 500, description = "Plain text. By default the name of the file.", examples = "The ferry")
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
                        "Whose work it is: inline HTML, which will be sanitized. Without it, an image gets that of its metadata.",
                examples = "Ada Quill")
        Patch<String> credit,

        @Schema(nullable = true, description = "What stays when an image is cut, both coordinates; null for none.")
        Patch<FocalPointJson> focalPoint,

        @Schema(
                nullable = true,
                minimum = "1",
                description = "The id of the post or page it belongs to, which the caller may edit; null for none.",
                examples = "12")
        Patch<Long> postId,

        @Schema(
                nullable = true,
                description = "A JSON object with at most 100 names and 65,536 characters; a PATCH merges it into the"
                        + " current one.",
                examples = "{\"rating\": 4}")
        Patch<Map<String, Object>> customFields) {

    MediaPatch toChanges() {
        return new MediaInput(title, slug, altText, caption, description, credit, focalPoint, postId, customFields)
                .toChanges();
    }
}
