package io.masthead.wp.v2.media;

import io.masthead.media.Media;
import io.masthead.media.MediaSize;
import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageType;
import io.masthead.media.image.RenditionRequest;
import io.masthead.media.image.WordPressSizes;
import io.masthead.wp.rest.Resource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What programs that edit pictures are told: which sizes there are not, and how smaller ones are made. */
final class MediaImage {

    /** In which WordPress lists its sizes; it makes them in another one. */
    private static final List<String> ORDER =
            List.of("thumbnail", "medium", "medium_large", "large", "1536x1536", "2048x2048");

    /** In which WordPress lists what a camera says; a database may have lost it. */
    private static final List<String> CAMERA = List.of(
            "aperture",
            "credit",
            "camera",
            "caption",
            "created_timestamp",
            "copyright",
            "focal_length",
            "iso",
            "shutter_speed",
            "title",
            "orientation",
            "keywords",
            "alt");

    private static final int QUALITY = 82;

    private MediaImage() {}

    static Resource describe(Media media, Resource resource) {
        return resource.put("exif_orientation", () -> orientation(media))
                .put("image_output_format", () -> null)
                .put("image_save_progressive", () -> false)
                .put("image_quality", MediaImage::quality);
    }

    /** The names of those that could be made and that there are not; none of what is no image, or is kept as it is. */
    static List<String> missingSizes(Media media) {
        boolean isScaled = ImageType.ofMimeType(media.mimeType())
                .filter(type -> type != ImageType.AVIF)
                .isPresent();
        if (!isScaled || media.width() == null || media.height() == null) {
            return List.of();
        }
        var made = media.details().sizes().stream().map(MediaSize::name).collect(Collectors.toSet());
        return WordPressSizes.of(media.width(), media.height(), FocalPoint.CENTRE).stream()
                .map(RenditionRequest::name)
                .filter(name -> !made.contains(name))
                .sorted(Comparator.comparing(ORDER::indexOf))
                .toList();
    }

    static Map<String, Object> ordered(Map<String, Object> imageMeta) {
        var ordered = new LinkedHashMap<String, Object>();
        CAMERA.stream().filter(imageMeta::containsKey).forEach(name -> ordered.put(name, imageMeta.get(name)));
        imageMeta.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** From 1 to 8, as EXIF has it; 1 for none. */
    private static int orientation(Media media) {
        var stored = String.valueOf(media.details().imageMeta().get("orientation"));
        return stored.matches("[1-8]") ? Integer.parseInt(stored) : 1;
    }

    private static Map<String, Object> quality() {
        var quality = new LinkedHashMap<String, Object>();
        quality.put("default", QUALITY);
        quality.put("sizes", List.of());
        return quality;
    }
}
