package io.masthead.text.wordpress;

import io.masthead.text.DynamicBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of WordPress' blocks and shortcodes whose content comes from elsewhere. */
final class DynamicBlockSettings {

    /** The names of the blocks and the settings that are read. */
    private static final Map<String, Set<String>> SETTINGS = Map.of(
            "latest-posts",
                    Set.of(
                            "postsToShow",
                            "order",
                            "orderBy",
                            "categories",
                            "selectedAuthor",
                            "displayPostDate",
                            "displayAuthor",
                            "displayPostContent",
                            "displayPostContentRadio",
                            "excerptLength",
                            "displayFeaturedImage",
                            "featuredImageSizeSlug",
                            "featuredImageAlign",
                            "addLinkToFeaturedImage",
                            "postLayout",
                            "columns",
                            "align",
                            "className"),
            "archives", Set.of("showPostCounts", "type", "align", "className"),
            "categories",
                    Set.of(
                            "showPostCounts",
                            "showHierarchy",
                            "showOnlyTopLevel",
                            "showEmpty",
                            "taxonomy",
                            "align",
                            "className"),
            "page-list", Set.of("parentPageID", "align", "className"),
            "block", Set.of("ref"));

    /** The settings of the shortcodes. */
    private static final Set<String> OF_SHORTCODES =
            Set.of("ids", "include", "exclude", "id", "columns", "size", "link", "order", "orderby", "type");

    private static final Pattern SETTING = Pattern.compile(
            "\"([a-zA-Z]{1,40}+)\"\\s*+:\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(-?[0-9]{1,18}+)|(true|false))");

    private static final Pattern CATEGORIES =
            Pattern.compile("\"categories\"\\s*+:\\s*+\\[((?:[^\\[\\]\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+)\\]");

    private static final Pattern ID = Pattern.compile("\"id\"\\s*+:\\s*+([0-9]{1,18}+)");

    private DynamicBlockSettings() {}

    /** Whether a block is one that can be shown. */
    static boolean isOne(String name) {
        return SETTINGS.containsKey(name);
    }

    /**
     * The comment that stands for a block.
     *
     * @param json the settings of the block; empty for none
     */
    static String ofBlock(String name, String json) {
        var settings = new HashMap<String, String>();
        var known = SETTINGS.get(name);
        var found = SETTING.matcher(json);
        while (found.find()) {
            if (known.contains(found.group(1))) {
                settings.putIfAbsent(found.group(1), value(found.group(2), found.group(3), found.group(4)));
            }
        }
        var categories = CATEGORIES.matcher(json);
        if (known.contains("categories") && categories.find()) {
            settings.put(
                    "categories",
                    ID.matcher(categories.group(1))
                            .results()
                            .map(id -> id.group(1))
                            .collect(Collectors.joining(",")));
        }
        return new DynamicBlock(name, settings).marker();
    }

    private static String value(String text, String number, String flag) {
        if (text != null) {
            return text;
        }
        return number == null ? flag : number;
    }

    /**
     * The comment that stands for a gallery or a playlist.
     *
     * @param number within the text, from 1, of which ids are made
     */
    static String ofShortcode(String name, Map<String, String> settings, int number) {
        var known = new HashMap<>(settings);
        known.keySet().retainAll(OF_SHORTCODES);
        known.put("n", Integer.toString(number));
        return new DynamicBlock(name, known).marker();
    }
}
