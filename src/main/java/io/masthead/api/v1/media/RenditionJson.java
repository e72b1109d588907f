package io.masthead.api.v1.media;

import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A smaller version of an image on the wire. */
@Schema(name = "Rendition", description = "A smaller version of an image.")
record RenditionJson(
        @Schema(description = "Named as in WordPress.", examples = "medium")
        String name,

        @Schema(examples = "https://example.com/media/2026/11/ferry-0a1b2c3d4e5f-300x169.jpg")
        String url,

        @Schema(description = "The media type (RFC 6838); null if unknown.", nullable = true, examples = "image/jpeg")
        String mimeType,

        @Schema(description = "In pixels.", examples = "300")
        int width,

        @Schema(description = "In pixels.", examples = "169")
        int height,

        @Schema(description = "In bytes; null if unknown.", nullable = true, examples = "14210")
        Long fileSize,

        @Schema(
                description = "The URL of the same in WebP, where that is smaller; else null.",
                nullable = true,
                examples = "https://example.com/media/2026/11/ferry-0a1b2c3d4e5f-300x169.webp")
        String webpUrl) {

    static List<RenditionJson> of(Media media) {
        return media.details().sizes().stream().map(size -> of(media, size)).toList();
    }

    private static RenditionJson of(Media media, MediaSize size) {
        return new RenditionJson(
                size.name(),
                media.addressBeside(size.file()),
                size.mimeType().isEmpty() ? null : size.mimeType(),
                size.width(),
                size.height(),
                size.fileSize(),
                size.webp() == null ? null : media.addressBeside(size.webp().file()));
    }
}
