package io.masthead.wp.v2.media;

import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import org.jsoup.nodes.Entities;

/**
 * The description of a file as WordPress shows it on the page of the file: with the file itself.
 */
final class MediaPicture {

    private static final String SHOWN = "medium";

    private MediaPicture() {}

    static String description(Media media) {
        return "<p class=\"attachment\"><a href='%s'>%s</a></p>\n%s"
                .formatted(
                        Entities.escape(media.sourceUrl()).replace("'", "&#039;"),
                        MediaShapes.isImage(media) ? image(media) : media.titleRendered(),
                        media.descriptionRendered());
    }

    /** In its middle size where there is one, and the file itself for wide screens. */
    private static String image(Media media) {
        var medium = media.details().sizes().stream()
                .filter(size -> size.name().equals(SHOWN))
                .findFirst()
                .orElse(null);
        var address = medium == null ? media.sourceUrl() : media.addressBeside(medium.file());
        var width = medium == null ? media.width() : Integer.valueOf(medium.width());
        var height = medium == null ? media.height() : Integer.valueOf(medium.height());
        var html = new StringBuilder("<img loading=\"lazy\" decoding=\"async\"");
        if (width != null && height != null) {
            html.append(" width=\"")
                    .append(width)
                    .append("\" height=\"")
                    .append(height)
                    .append('"');
        }
        html.append(" src=\"").append(Entities.escape(address));
        html.append("\" class=\"attachment-medium size-medium\" alt=\"");
        html.append(Entities.escape(media.altText())).append('"');
        if (medium != null && media.width() != null) {
            html.append(sources(media, medium));
        }
        return html.append(" />").toString();
    }

    private static String sources(Media media, MediaSize medium) {
        return " srcset=\"%s %dw, %s %dw\" sizes=\"auto, (max-width: %dpx) 100vw, %dpx\""
                .formatted(
                        Entities.escape(media.addressBeside(medium.file())),
                        medium.width(),
                        Entities.escape(media.sourceUrl()),
                        media.width(),
                        medium.width(),
                        medium.width());
    }
}
