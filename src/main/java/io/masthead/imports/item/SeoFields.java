package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrMeta;
import io.masthead.kernel.SeoField;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the plug-ins Yoast SEO and Rank Math keep with a post for search engines: custom fields here whose names begin
 * with {@code seo.}, alike for both.
 */
final class SeoFields {

    private static final String YOAST = "_yoast_wpseo_";
    private static final String OLDER_YOAST = "_yoast_";
    private static final String RANK_MATH = "rank_math_";

    private static final Map<String, String> OF_YOAST = Map.ofEntries(
            Map.entry("metadesc", "description"),
            Map.entry("focuskw", "focus_keyword"),
            Map.entry("opengraph-title", "og_title"),
            Map.entry("opengraph-description", "og_description"),
            Map.entry("opengraph-image", "og_image"),
            Map.entry("opengraph-image-id", "og_image_id"),
            Map.entry("twitter-title", "twitter_title"),
            Map.entry("twitter-description", "twitter_description"),
            Map.entry("twitter-image", "twitter_image"),
            Map.entry("meta-robots-noindex", "noindex"),
            Map.entry("meta-robots-nofollow", "nofollow"));

    private static final Map<String, String> OF_RANK_MATH = Map.of(
            "canonical_url", "canonical",
            "facebook_title", "og_title",
            "facebook_description", "og_description",
            "facebook_image", "og_image",
            "facebook_image_id", "og_image_id");

    private SeoFields() {}

    /** Whether a field is one of these plug-ins'. */
    static boolean isOne(String key) {
        return key.startsWith(OLDER_YOAST) || key.startsWith(RANK_MATH) || key.startsWith("_" + RANK_MATH);
    }

    /** The name here; empty for other fields, and for those without a value. */
    static Optional<String> name(WxrMeta meta) {
        if (!isOne(meta.key()) || meta.value().isBlank()) {
            return Optional.empty();
        }
        var name = meta.key().startsWith(OLDER_YOAST)
                ? ofYoast(meta.key())
                : ofRankMath(meta.key().substring(meta.key().indexOf(RANK_MATH) + RANK_MATH.length()));
        var fits = name.replace('-', '_');
        if (fits.isEmpty()) {
            return Optional.empty();
        }
        // What a page does not show stays with those who edit it.
        return Optional.of(SeoField.of(fits).map(SeoField::field).orElse("_" + SeoField.PREFIX + fits));
    }

    private static String ofYoast(String key) {
        var rest = key.startsWith(YOAST) ? key.substring(YOAST.length()) : key.substring(OLDER_YOAST.length());
        return OF_YOAST.getOrDefault(rest, rest);
    }

    private static String ofRankMath(String rest) {
        return OF_RANK_MATH.getOrDefault(rest, rest);
    }

    /** The value here: marks as booleans, all else as it is. */
    static Object value(String name, Object value) {
        var isFlag = Arrays.stream(SeoField.values())
                .anyMatch(field -> field.isFlag() && field.field().equals(name));
        return isFlag ? (Object) "1".equals(String.valueOf(value)) : value;
    }
}
