package io.masthead.api.v1.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.user.AuthorJson;
import io.masthead.media.ImageSources;
import io.masthead.media.MediaView;
import io.masthead.media.rendition.RenditionState;
import io.masthead.permalink.PermalinkBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media on the wire. */
@Schema(name = "Media", description = "An attachment: an image, a sound, a document.")
record MediaJson(
        @Schema(examples = "40") long id,

        @Schema(description = "Plain text.", examples = "The ferry")
        String title,

        @Schema(nullable = true, examples = "the-ferry") String slug,

        @Schema(description = "The media type (RFC 6838).", examples = "image/jpeg")
        String mimeType,

        @Schema(
                description = "The URL of the file. Uploaded images are kept upright and without most metadata.",
                examples = "https://example.com/ferry.jpg")
        String url,

        @Schema(description = "The same as url.", examples = "https://example.com/ferry.jpg")
        String sourceUrl,

        @Schema(description = "The alternative text of an image; may be empty.", examples = "The ferry at the pier")
        String altText,

        @Schema(description = "Sanitized inline HTML; may be empty.", examples = "The <em>Alma</em>, on her first day.")
        String caption,

        @Schema(description = "Sanitized HTML; may be empty.", examples = "")
        String description,

        @Schema(description = "Whose work it is, sanitized inline HTML; may be empty.", examples = "Ada Quill")
        String credit,

        @Schema(description = "What stays when an image is cut; null for none.", nullable = true)
        FocalPointJson focalPoint,

        @Schema(description = "In pixels; null if unknown.", nullable = true, examples = "1600")
        Integer width,

        @Schema(description = "In pixels; null if unknown.", nullable = true, examples = "900")
        Integer height,

        @Schema(description = "In bytes; null if unknown.", nullable = true, examples = "204800")
        Long fileSize,

        @Schema(
                description = "A tiny picture of an image for the time until it is there, as on blurha.sh; null if"
                        + " unknown.",
                nullable = true,
                examples = "LKO2?U%2Tw=w]~RBVZRi};RPxuwH")
        String blurHash,

        @Schema(
                description = "The most frequent colour of an image; null if unknown.",
                nullable = true,
                examples = "#8899aa")
        String dominantColor,

        @Schema(
                description = "The value of HTML's srcset attribute: the image and its smaller versions, except for"
                        + " cut ones; null for what is no image or has no known size.",
                nullable = true,
                examples = "https://example.com/ferry-300x169.jpg 300w, https://example.com/ferry.jpg 1600w")
        String srcset,

        @Schema(
                description = "As srcset, for a <source type=\"image/webp\">: the versions in WebP; null for none.",
                nullable = true,
                examples = "https://example.com/ferry-300x169.webp 300w")
        String webpSrcset,

        @Schema(
                description = "Whether there are smaller versions: 'none' are made of what is no image or cannot be"
                        + " decoded, 'pending' ones are being made.",
                examples = "ready")
        RenditionState renditionState,

        @Schema(description = "The smaller versions.") List<RenditionJson> renditions,

        @Schema(description = "Null for callers who may not see the profile.", nullable = true)
        AuthorJson author,

        @Schema(
                description = "The id of the post or page it was uploaded to; null for none.",
                nullable = true,
                examples = "12")
        Long postId,

        @Schema(
                description = "Custom fields; names that begin with an underscore are for those who may change it.",
                examples = "{\"rating\": 4}")
        Map<String, Object> customFields,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,
        @JsonIgnore Integer rowVersion)
        implements Representation {

    static MediaJson of(MediaView view, PermalinkBuilder urls) {
        var media = view.media();
        var placeholder = media.details().placeholder();
        return new MediaJson(
                media.id(),
                media.title(),
                media.slug(),
                media.mimeType(),
                media.sourceUrl(),
                media.sourceUrl(),
                media.altText(),
                media.caption(),
                media.description(),
                media.credit(),
                FocalPointJson.of(media.focalPoint()),
                media.width(),
                media.height(),
                media.fileSize(),
                placeholder == null ? null : placeholder.blurHash(),
                placeholder == null ? null : placeholder.dominantColor(),
                orNull(ImageSources.srcset(media)),
                orNull(ImageSources.webpSrcset(media)),
                media.renditionState(),
                RenditionJson.of(media),
                view.author() == null ? null : AuthorJson.of(view.author(), urls),
                media.postId(),
                view.customFields(),
                media.createdAt(),
                media.updatedAt(),
                media.version());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
