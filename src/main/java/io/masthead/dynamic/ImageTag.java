package io.masthead.dynamic;

import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import io.masthead.media.image.Srcset;
import java.util.ArrayList;
import org.jsoup.nodes.Entities;

/** An image of the media library in one of its sizes, as WordPress writes it. */
final class ImageTag {

    private ImageTag() {}

    static boolean fits(Media media) {
        return media.mimeType().startsWith("image/");
    }

    /**
     * @param sizeName such as {@code thumbnail}; the file itself where there is no such size
     * @param attributes further ones, with a blank before each
     */
    static String of(Media media, String sizeName, String attributes) {
        var size = media.details().sizes().stream()
                .filter(one -> one.name().equals(sizeName))
                .findFirst()
                .orElse(null);
        var url = size == null ? media.sourceUrl() : media.addressBeside(size.file());
        var width = size == null ? media.width() : Integer.valueOf(size.width());
        var height = size == null ? media.height() : Integer.valueOf(size.height());
        var dimensions = width == null || height == null ? "" : "width=\"%d\" height=\"%d\" ".formatted(width, height);
        return "<img loading=\"lazy\" decoding=\"async\" %ssrc=\"%s\" class=\"attachment-%s size-%s\" alt=\"%s\"%s%s />"
                .formatted(
                        dimensions,
                        Entities.escape(url),
                        sizeName,
                        sizeName,
                        Entities.escape(media.altText()),
                        attributes,
                        size == null ? "" : sources(media, size));
    }

    /** The sizes of the whole picture, for screens of other widths. */
    private static String sources(Media media, MediaSize shown) {
        var known = media.width() != null && media.height() != null;
        if (!known || shown.isCropped(media.width(), media.height())) {
            return "";
        }
        var candidates = new ArrayList<Srcset.Candidate>();
        candidates.add(new Srcset.Candidate(media.addressBeside(shown.file()), shown.width()));
        candidates.add(new Srcset.Candidate(media.sourceUrl(), media.width()));
        media.details().sizes().stream()
                .filter(size -> size.width() > 0 && !size.isCropped(media.width(), media.height()))
                .map(size -> new Srcset.Candidate(media.addressBeside(size.file()), size.width()))
                .forEach(candidates::add);
        return " srcset=\"%s\" sizes=\"auto, (max-width: %dpx) 100vw, %dpx\""
                .formatted(Entities.escape(Srcset.of(candidates)), shown.width(), shown.width());
    }
}
