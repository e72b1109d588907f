package io.masthead.imports.item;

import io.masthead.imports.wxr.PhpSerialized;
import io.masthead.media.MediaDetails;
import io.masthead.media.MediaSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data on an attachment's file: the serialized array in the custom field {@code _wp_attachment_metadata}.
 * All of it is optional, and values out of bounds are left out.
 *
 * @param width in pixels; null if unknown
 * @param height in pixels; null if unknown
 * @param fileSize in bytes; null if unknown
 */
public record AttachmentMetadata(Integer width, Integer height, Long fileSize, MediaDetails details) {

    private static final int MAX_PIXELS = 1_000_000;
    private static final int MAX_SIZES = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_FILE = 500;
    private static final int MAX_TYPE = 127;
    private static final int MAX_META = 100;
    private static final int MAX_META_TEXT = 2_000;

    public static AttachmentMetadata of(String serialized) {
        var array = PhpSerialized.parse(serialized).map(AttachmentMetadata::map).orElse(Map.of());
        return new AttachmentMetadata(
                pixels(array.get("width")),
                pixels(array.get("height")),
                number(array.get("filesize")),
                new MediaDetails(
                        text(array.get("file"), MAX_FILE),
                        text(array.get("original_image"), MAX_FILE),
                        sizes(map(array.get("sizes"))),
                        imageMeta(map(array.get("image_meta")))));
    }

    private static List<MediaSize> sizes(Map<?, ?> array) {
        var sizes = new ArrayList<MediaSize>();
        array.forEach((name, value) -> {
            if (sizes.size() < MAX_SIZES) {
                size(name.toString(), map(value)).ifPresent(sizes::add);
            }
        });
        return sizes;
    }

    private static Optional<MediaSize> size(String name, Map<?, ?> array) {
        var file = text(array.get("file"), MAX_FILE);
        var width = pixels(array.get("width"));
        var height = pixels(array.get("height"));
        // It is beside the file itself; WordPress makes no names with a path.
        return file.isEmpty() || file.contains("/") || width == null || height == null
                ? Optional.empty()
                : Optional.of(new MediaSize(
                        SourceText.of(name, MAX_NAME),
                        file,
                        width,
                        height,
                        text(array.get("mime-type"), MAX_TYPE),
                        number(array.get("filesize"))));
    }

    private static Map<String, Object> imageMeta(Map<?, ?> array) {
        var meta = new LinkedHashMap<String, Object>();
        array.forEach((name, value) -> {
            if (meta.size() < MAX_META) {
                meta.put(SourceText.of(name.toString(), MAX_NAME), metaValue(value));
            }
        });
        return meta;
    }

    private static Object metaValue(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .limit(MAX_META)
                    .map(element -> text(element, MAX_META_TEXT))
                    .toList();
        }
        return value instanceof Number ? value : text(value, MAX_META_TEXT);
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Empty if it is no text. */
    private static String text(Object value, int max) {
        return value instanceof String || value instanceof Number ? SourceText.of(value.toString(), max) : "";
    }

    private static Integer pixels(Object value) {
        var number = number(value);
        return number == null || number > MAX_PIXELS ? null : number.intValue();
    }

    /** Null if it is no positive number. */
    private static Long number(Object value) {
        if (value instanceof Long number && number > 0) {
            return number;
        }
        if (value instanceof String text && text.matches("[1-9][0-9]{0,17}")) {
            return Long.valueOf(text);
        }
        return null;
    }
}
