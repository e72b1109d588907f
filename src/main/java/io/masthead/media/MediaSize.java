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
 * @param webp the same in WebP, where that is smaller; else null
 */
public record MediaSize(
        String name, String file, int width, int height, String mimeType, Long fileSize, WebpVersion webp) {

    /**
     * @param file its name in the folder of the original
     * @param fileSize in bytes
     */
    public record WebpVersion(String file, long fileSize) {}

    /** Without a version in WebP. */
    public MediaSize(String name, String file, int width, int height, String mimeType, Long fileSize) {
        this(name, file, width, height, mimeType, fileSize, null);
    }

    /** Whether a part of the original is cut off: it is wider or higher than a smaller version of the whole. */
    public boolean isCropped(int originalWidth, int originalHeight) {
        double byWidth = (double) width / originalWidth;
        double byHeight = (double) height / originalHeight;
        return Math.abs(byWidth * originalHeight - height) > 1 && Math.abs(byHeight * originalWidth - width) > 1;
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("file", file);
        json.put("width", width);
        json.put("height", height);
        json.put("mimeType", mimeType);
        json.put("fileSize", fileSize);
        if (webp != null) {
            json.put("webp", Map.of("file", webp.file, "fileSize", webp.fileSize));
        }
        return json;
    }

    static MediaSize of(Map<?, ?> json) {
        return new MediaSize(
                json.get("name").toString(),
                json.get("file").toString(),
                ((Number) json.get("width")).intValue(),
                ((Number) json.get("height")).intValue(),
                json.get("mimeType").toString(),
                json.get("fileSize") instanceof Number bytes ? bytes.longValue() : null,
                json.get("webp") instanceof Map<?, ?> version
                        ? new WebpVersion(
                                version.get("file").toString(), ((Number) version.get("fileSize")).longValue())
                        : null);
    }
}
