package io.masthead.api.v1.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.media.ImageSources;
import io.masthead.media.Media;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media item as posts show it; only its id if the caller may not see it. */
@Schema(name = "MediaRef", description = "What shows a media item; only its id for callers who may not see it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaRefJson(
        @Schema(examples = "40") long id,

        @Schema(description = "The URL of the file.", examples = "https://example.com/ferry.jpg")
        String url,

        @Schema(description = "The same as url.", examples = "https://example.com/ferry.jpg")
        String sourceUrl,

        @Schema(examples = "image/jpeg") String mimeType,

        @Schema(description = "The alternative text; may be empty.", examples = "The ferry at the pier")
        String altText,

        @Schema(description = "Sanitized inline HTML; may be empty.", examples = "The <em>Alma</em>, on her first day.")
        String caption,

        @Schema(description = "Whose work it is, sanitized inline HTML; may be empty.", examples = "Ada Quill")
        String credit,

        @Schema(description = "What stays when it is cut; absent for none.")
        FocalPointJson focalPoint,

        @Schema(description = "In pixels; absent if unknown.", examples = "1600")
        Integer width,

        @Schema(description = "In pixels; absent if unknown.", examples = "900")
        Integer height,

        @Schema(
                description = "A tiny picture for the time until it is there, as on blurha.sh; absent if unknown.",
                examples = "LKO2?U%2Tw=w]~RBVZRi};RPxuwH")
        String blurHash,

        @Schema(description = "The most frequent colour; absent if unknown.", examples = "#8899aa")
        String dominantColor,

        @Schema(
                description = "The value of HTML's srcset attribute; absent for what is no image or has no known size.",
                examples = "https://example.com/ferry-300x169.jpg 300w, https://example.com/ferry.jpg 1600w")
        String srcset,

        @Schema(
                description = "As srcset, of the versions in WebP; absent for none.",
                examples = "https://example.com/ferry-300x169.webp 300w")
        String webpSrcset,

        @Schema(description = "The smaller versions.") List<RenditionJson> renditions) {

    /**
     * @param media null if the caller may not see it
     */
    public static MediaRefJson of(Long id, Media media) {
        if (id == null) {
            return null;
        }
        return media == null
                ? new MediaRefJson(
                        id, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : of(media);
    }

    private static MediaRefJson of(Media media) {
        var placeholder = media.details().placeholder();
        return new MediaRefJson(
                media.id(),
                media.sourceUrl(),
                media.sourceUrl(),
                media.mimeType(),
                media.altText(),
                media.caption(),
                media.credit(),
                FocalPointJson.of(media.focalPoint()),
                media.width(),
                media.height(),
                placeholder == null ? null : placeholder.blurHash(),
                placeholder == null ? null : placeholder.dominantColor(),
                orNull(ImageSources.srcset(media)),
                orNull(ImageSources.webpSrcset(media)),
                RenditionJson.of(media));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
