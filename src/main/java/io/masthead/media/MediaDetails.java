package io.masthead.media;

import io.masthead.media.image.Placeholder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Additional data on a file.
 *
 * @param file its path below the uploads folder; empty if unknown
 * @param originalFile the name of the uploaded file if a smaller one replaced it; else empty
 * @param sizes in the order in which they were made
 * @param imageMeta camera data by WordPress' names: strings, numbers and lists of these; empty if unknown
 * @param placeholder what is shown until the image is there; null if it is unknown
 */
public record MediaDetails(
        String file,
        String originalFile,
        List<MediaSize> sizes,
        Map<String, Object> imageMeta,
        Placeholder placeholder) {

    /** Nothing is known. */
    public static final MediaDetails NONE = new MediaDetails("", "", List.of(), Map.of());

    /** Without a placeholder. */
    public MediaDetails(String file, String originalFile, List<MediaSize> sizes, Map<String, Object> imageMeta) {
        this(file, originalFile, sizes, imageMeta, null);
    }

    public MediaDetails {
        sizes = List.copyOf(sizes);
    }

    MediaDetails withFile(String path) {
        return new MediaDetails(path, originalFile, sizes, imageMeta, placeholder);
    }

    MediaDetails withRenditions(List<MediaSize> made, Placeholder of) {
        return new MediaDetails(file, originalFile, made, imageMeta, of);
    }

    /** Null if it is empty. */
    Map<String, Object> toJson() {
        if (equals(NONE)) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("file", file);
        json.put("originalFile", originalFile);
        json.put("sizes", sizes.stream().map(MediaSize::toJson).toList());
        json.put("imageMeta", imageMeta);
        if (placeholder != null) {
            json.put("blurHash", placeholder.blurHash());
            json.put("dominantColor", placeholder.dominantColor());
        }
        return json;
    }

    static MediaDetails of(Map<String, Object> json) {
        if (json == null) {
            return NONE;
        }
        var imageMeta = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) json.get("imageMeta")).forEach((name, value) -> imageMeta.put(name.toString(), value));
        return new MediaDetails(
                json.get("file").toString(),
                json.get("originalFile").toString(),
                ((List<?>) json.get("sizes"))
                        .stream().map(size -> MediaSize.of((Map<?, ?>) size)).toList(),
                imageMeta,
                json.get("blurHash") == null
                        ? null
                        : new Placeholder(
                                json.get("blurHash").toString(),
                                json.get("dominantColor").toString()));
    }
}
