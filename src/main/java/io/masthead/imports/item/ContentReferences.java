package io.masthead.imports.item;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of other objects by which the blocks and shortcodes of a text show them: the files of galleries and playlists,
 * synced patterns, categories of latest posts, and the page above a list of pages.
 */
public final class ContentReferences {

    /** What an id stands for. */
    public enum Kind {
        MEDIA,
        PATTERN,
        CATEGORY,
        PAGE
    }

    private static final Pattern MEDIA =
            Pattern.compile("\\[(?:gallery|playlist)\\s[^\\[\\]]*?\\b(?:ids|include|exclude)=[\"']?([0-9, ]++)");

    private static final Pattern BLOCK =
            Pattern.compile("<!--\\s++wp:(?:core/)?+block\\s++\\{[^{}]*?\"ref\"\\s*+:\\s*+([0-9]++)");

    private static final Pattern PAGE =
            Pattern.compile("<!--\\s++wp:(?:core/)?+page-list\\s++\\{[^{}]*?\"parentPageID\"\\s*+:\\s*+([0-9]++)");

    private static final Pattern LATEST = Pattern.compile(
            "<!--\\s++wp:(?:core/)?+latest-posts\\s++\\{[^\\[\\]<]*?\"categories\"\\s*+:\\s*+\\[([^\\[\\]]*+)\\]");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}+");
    private static final Pattern CATEGORY_ID = Pattern.compile("(?<=\"id\":)[1-9][0-9]{0,17}+");

    private static final Map<Kind, Pattern> PLACES =
            new EnumMap<>(Map.of(Kind.MEDIA, MEDIA, Kind.PATTERN, BLOCK, Kind.PAGE, PAGE, Kind.CATEGORY, LATEST));

    private ContentReferences() {}

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
        var numbers = kind == Kind.CATEGORY ? CATEGORY_ID : NUMBER;
        return PLACES.get(kind).matcher(source).replaceAll(place -> {
            var ids = numbers.matcher(place.group(1)).replaceAll(found -> id.apply(found.group()));
            return Matcher.quoteReplacement(new StringBuilder(place.group())
                    .replace(place.start(1) - place.start(), place.end(1) - place.start(), ids)
                    .toString());
        });
    }
}
