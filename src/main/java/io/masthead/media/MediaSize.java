package io.masthead.media;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A smaller version of an image.
 *
 * @param name such as {@code thumbnail}
 * @param file its name in the folder of the original
 * @param width in pixels
 * @param height in pixels
 * @param mimeType empty if unknown
 * @param fileSize in bytes; null if unknown
 */
public record MediaSize(String name, String file, int width, int height, String mimeType, Long fileSize) {

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("file", file);
        json.put("width", width);
        json.put("height", height);
        json.put("mimeType", mimeType);
        json.put("fileSize", fileSize);
        return json;
    }

    static MediaSize of(Map<?, ?> json) {
        return new MediaSize(
                json.get("name").toString(),
                json.get("file").toString(),
                ((Number) json.get("width")).intValue(),
                ((Number) json.get("height")).intValue(),
                json.get("mimeType").toString(),
                json.get("fileSize") instanceof Number bytes ? bytes.longValue() : null);
    }
}
