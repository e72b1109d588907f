package io.masthead.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a file beside what all media have.
 *
 * @param file where it lies below the folder of uploads; empty where it is not known
 * @param originalFile the name of the file that was uploaded, where a smaller one took its place;
 *     else empty
 * @param sizes in the order in which they were made
 * @param imageMeta what the camera wrote, by WordPress' names: strings, numbers and lists of these;
 *     empty where nothing is known
 */
public record MediaDetails(String file, String originalFile, List<MediaSize> sizes, Map<String, Object> imageMeta) {

    /** Nothing is known. */
    public static final MediaDetails NONE = new MediaDetails("", "", List.of(), Map.of());

    public MediaDetails {
        sizes = List.copyOf(sizes);
    }

    /** Null where there is nothing to keep. */
    Map<String, Object> toJson() {
        if (equals(NONE)) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("file", file);
        json.put("originalFile", originalFile);
        json.put("sizes", sizes.stream().map(MediaSize::toJson).toList());
        json.put("imageMeta", imageMeta);
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
                imageMeta);
    }
}
