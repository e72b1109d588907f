package io.masthead.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the address of a post is made up, in the tags that WordPress has for it; empty for addresses
 * of the form {@code ?p=12}.
 */
public record PermalinkStructure(String pattern) {

    /** What stands in a structure for something that each post has its own of. */
    public enum Tag {
        YEAR,
        MONTHNUM,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        POST_ID,
        POSTNAME,
        CATEGORY,
        AUTHOR;

        private String syntax() {
            return switch (this) {
                case YEAR -> "\\d{4}";
                case MONTHNUM, DAY, HOUR, MINUTE, SECOND -> "\\d{2}";
                case POST_ID -> "\\d+";
                case CATEGORY -> ".+";
                case POSTNAME, AUTHOR -> "[^/]+";
            };
        }

        /** As it is written, such as {@code %year%}. */
        @Override
        public String toString() {
            return "%" + name().toLowerCase(Locale.ROOT) + "%";
        }
    }

    static final String DEFAULT = "/%year%/%monthnum%/%day%/%postname%/";
    public static final int MAX_LENGTH = 200;

    private static final Pattern TAG = Pattern.compile("%([a-z_]+)%");
    private static final Pattern SYNTAX = Pattern.compile("(?:/(?:%(?:"
            + Arrays.stream(Tag.values())
                    .map(tag -> tag.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|"))
            + ")%|[A-Za-z0-9._~-])+)+/?");

    static boolean isValid(String pattern) {
        var structure = new PermalinkStructure(pattern);
        return structure.isPlain()
                || (pattern.length() <= MAX_LENGTH
                        && SYNTAX.matcher(pattern).matches()
                        && (structure.has(Tag.POSTNAME) || structure.has(Tag.POST_ID)));
    }

    static String otherTags() {
        return Arrays.stream(Tag.values())
                .filter(tag -> tag != Tag.POSTNAME && tag != Tag.POST_ID)
                .map(Tag::toString)
                .collect(Collectors.joining(", "));
    }

    /** Whether content is addressed by its id alone. */
    public boolean isPlain() {
        return pattern.isEmpty();
    }

    public boolean has(Tag tag) {
        return pattern.contains(tag.toString());
    }

    /** What comes before the first tag, slashes at both ends included. */
    public String front() {
        return pattern.substring(0, pattern.lastIndexOf('/', pattern.indexOf('%')) + 1);
    }

    /** What an address of this site ends in: a slash or nothing. */
    public String end() {
        return pattern.endsWith("/") ? "/" : "";
    }

    /**
     * What stands between the front and the date of an archive: the id of a post must not be taken
     * for a year, so WordPress sets archives apart where it comes early.
     */
    public String archiveBase() {
        return TAG.matcher(pattern)
                        .results()
                        .limit(3)
                        .anyMatch(found -> found.group().equals(Tag.POST_ID.toString()))
                ? "date/"
                : "";
    }

    /**
     * The path with the tags filled in.
     *
     * @param value what stands for a tag, encoded
     */
    public String fill(Function<Tag, String> value) {
        return TAG.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value.apply(Tag.valueOf(found.group(1).toUpperCase(Locale.ROOT)))));
    }

    /**
     * What stands for each tag in a path that is made up like this; where there are several ways to
     * read it, the category is the longest.
     *
     * @param path decoded; a slash at its end does not matter
     */
    public Optional<Map<Tag, String>> match(String path) {
        var tags = new ArrayList<Tag>();
        var regex = new StringBuilder();
        var found = TAG.matcher(pattern);
        int end = 0;
        while (found.find()) {
            var tag = Tag.valueOf(found.group(1).toUpperCase(Locale.ROOT));
            regex.append(Pattern.quote(pattern.substring(end, found.start())));
            regex.append('(').append(tag.syntax()).append(')');
            tags.add(tag);
            end = found.end();
        }
        regex.append(Pattern.quote(pattern.substring(end).replaceFirst("/$", "")))
                .append("/?");
        var match = Pattern.compile(regex.toString()).matcher(path);
        if (isPlain() || !match.matches()) {
            return Optional.empty();
        }
        var values = new EnumMap<Tag, String>(Tag.class);
        for (int i = 0; i < tags.size(); i++) {
            values.put(tags.get(i), match.group(i + 1));
        }
        return Optional.of(values);
    }
}
