package io.masthead.api.v1.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.media.Media;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A media as posts refer to it: its id, and with {@code include=featuredMedia} what shows it. */
@Schema(name = "MediaRef", description = "A short form of a media item.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaRefJson(
        @Schema(examples = "40") long id,

        @RequiresParameter("include=featuredMedia")
        @Schema(description = "With include=featuredMedia.", examples = "https://example.com/ferry.jpg")
        String sourceUrl,

        @RequiresParameter("include=featuredMedia")
        @Schema(description = "With include=featuredMedia.", examples = "image/jpeg")
        String mimeType,

        @RequiresParameter("include=featuredMedia")
        @Schema(description = "With include=featuredMedia.", examples = "The ferry at the pier")
        String altText,

        @RequiresParameter("include=featuredMedia")
        @Schema(description = "In pixels, with include=featuredMedia.", examples = "1600")
        Integer width,

        @RequiresParameter("include=featuredMedia")
        @Schema(description = "In pixels, with include=featuredMedia.", examples = "900")
        Integer height) {

    /**
     * @param media null where it was not asked for
     */
    public static MediaRefJson of(Long id, Media media) {
        if (id == null) {
            return null;
        }
        return media == null
                ? new MediaRefJson(id, null, null, null, null, null)
                : new MediaRefJson(
                        id, media.sourceUrl(), media.mimeType(), media.altText(), media.width(), media.height());
    }
}
