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

/** The structure of post URLs, in WordPress' tags; empty for URLs of the form {@code ?p=12}. */
public record PermalinkStructure(String pattern) {

    /** A placeholder for a value of the post. */
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

        /** As in a structure, such as {@code %year%}. */
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

    /** Whether content is addressed by id only. */
    public boolean isPlain() {
        return pattern.isEmpty();
    }

    public boolean has(Tag tag) {
        return pattern.contains(tag.toString());
    }

    /** Whether the path of a post is its slug alone. */
    public boolean consistsOfSlug() {
        return pattern.replaceFirst("/$", "").equals("/" + Tag.POSTNAME);
    }

    /** The part before the first tag, with slashes at both ends. */
    public String front() {
        return pattern.substring(0, pattern.lastIndexOf('/', pattern.indexOf('%')) + 1);
    }

    /** The end of URLs of this site: a slash or nothing. */
    public String end() {
        return pattern.endsWith("/") ? "/" : "";
    }

    /**
     * The part between the front and the date of an archive: WordPress adds one if the post id comes early in
     * the structure, so that it is not mistaken for a year.
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
     * The path with the tags replaced.
     *
     * @param value returns the encoded value of a tag
     */
    public String fill(Function<Tag, String> value) {
        var path = new StringBuilder();
        var found = TAG.matcher(pattern);
        int filled = 0;
        while (found.find()) {
            path.append(pattern, filled, found.start()).append(value.apply(tag(found)));
            filled = found.end();
        }
        return path.append(pattern, filled, pattern.length()).toString();
    }

    /**
     * The values of the tags in a path of this structure; if it is ambiguous, the longest category wins.
     *
     * @param path decoded; a slash at its end is ignored
     */
    public Optional<Map<Tag, String>> match(String path) {
        var tags = new ArrayList<Tag>();
        var regex = new StringBuilder();
        var found = TAG.matcher(pattern);
        int end = 0;
        while (found.find()) {
            var tag = tag(found);
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

    private static Tag tag(Matcher found) {
        return Tag.valueOf(found.group(1).toUpperCase(Locale.ROOT));
    }
}
