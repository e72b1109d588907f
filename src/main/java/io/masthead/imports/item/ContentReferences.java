package io.masthead.imports.item;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of other objects by which the blocks and shortcodes of a text show them. */
public final class ContentReferences {

    private static final String LIST = "\\[(?:gallery|playlist)\\s[^\\[\\]]*+\\]";
    private static final String LATEST_POSTS = block("latest-posts");

    /** What an id stands for. */
    public enum Kind {
        /** Files of a gallery or a playlist. */
        MEDIA("files", LIST, "\\b(?:ids|include|exclude)\\s*+=\\s*+[\"']?+([0-9, ]++)"),
        /** The post whose files a gallery or a playlist shows. */
        POST("posts", LIST, "\\bid\\s*+=\\s*+[\"']?+([0-9]++)"),
        /** A synced pattern. */
        PATTERN("synced patterns", block("block"), "\"ref\"\\s*+:\\s*+([0-9]++)"),
        /** Categories of latest posts, as a list of objects or, in older blocks, alone. */
        CATEGORY("categories", LATEST_POSTS, "(?:\"id\"|\"categories\")\\s*+:\\s*+\"?+([0-9]++)"),
        /** The author of latest posts. */
        AUTHOR("authors", LATEST_POSTS, "\"selectedAuthor\"\\s*+:\\s*+([0-9]++)"),
        /** The page above a list of pages. */
        PAGE("pages", block("page-list"), "\"parentPageID\"\\s*+:\\s*+([0-9]++)");

        private final String noun;
        private final Pattern place;
        private final Pattern setting;

        Kind(String noun, String place, String setting) {
            this.noun = noun;
            this.place = Pattern.compile(place);
            this.setting = Pattern.compile(setting);
        }

        /** What the ids stand for, in the plural, for reports. */
        public String noun() {
            return noun;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}+");

    private ContentReferences() {}

    /** The beginning of a block, whose settings have neither {@code <} nor {@code >}. */
    private static String block(String name) {
        return "<!--\\s++wp:(?:core/)?+" + name + "\\s[^<>]*+";
    }

    /** The ids of a kind in a text. */
    public static Set<String> in(String source, Kind kind) {
        var ids = new TreeSet<String>();
        replace(source, kind, id -> {
            ids.add(id);
            return id;
        });
        return ids;
    }

    /** The text with other ids. */
    public static String replace(String source, Kind kind, UnaryOperator<String> id) {
        if (source.indexOf('[') < 0 && !source.contains("<!--")) {
            return source;
        }
        return kind.place
                .matcher(source)
                .replaceAll(place -> Matcher.quoteReplacement(kind.setting
                        .matcher(place.group())
                        .replaceAll(setting -> Matcher.quoteReplacement(before(setting)
                                + NUMBER.matcher(setting.group(1)).replaceAll(one -> id.apply(one.group()))))));
    }

    private static String before(MatchResult setting) {
        return setting.group().substring(0, setting.start(1) - setting.start());
    }
}
