package io.masthead.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Parses the attributes of a start tag as browsers do, with their positions. */
public final class TagAttributes {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]*+(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'))?");

    /**
     * An attribute.
     *
     * @param name in lower case
     * @param value without quotes, entities decoded; empty if there is none
     * @param written the source text
     * @param valueEnd the end of the value in the tag, before its quote
     * @param end the end of the attribute
     */
    public record Attribute(String name, String value, String written, int valueEnd, int end) {

        /** Whether all parsers read it in the same way: a plain name, and a quoted value or none. */
        boolean isPlain() {
            return PLAIN.matcher(written).matches();
        }

        /** The attribute with another value, at the same place. */
        Attribute withValue(String other) {
            return new Attribute(name, other, name + "=\"" + Entities.escape(other) + '"', valueEnd, end);
        }
    }

    private final String tag;
    private final List<Attribute> attributes = new ArrayList<>();
    private int at;

    private TagAttributes(String tag) {
        this.tag = tag;
    }

    /** The attributes of a start tag, in order; browsers use the first of two with the same name. */
    public static List<Attribute> of(String tag) {
        return new TagAttributes(tag).read();
    }

    /** The attribute of that lower-case name, if the tag has one. */
    public static Optional<Attribute> find(String tag, String name) {
        return of(tag).stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** The tag with additional classes after its own. */
    public static String withClasses(String tag, List<String> classes) {
        var present = find(tag, "class").orElse(null);
        if (present == null) {
            int end = nameEnd(tag);
            return tag.substring(0, end) + " class=\"" + String.join(" ", classes) + "\"" + tag.substring(end);
        }
        var added = new ArrayList<>(classes);
        added.removeAll(List.of(BLANKS.split(present.value().strip())));
        if (added.isEmpty()) {
            return tag;
        }
        var all = (present.value().strip() + " " + String.join(" ", added)).strip();
        if (present.end() == present.valueEnd()) { // no quotes to append to
            int start = present.end() - present.written().length();
            var written = "class=\"" + Entities.escape(all) + '"';
            return tag.substring(0, start) + written + tag.substring(present.end());
        }
        int end = present.valueEnd();
        var separator = present.value().isBlank() ? "" : " ";
        return tag.substring(0, end) + separator + String.join(" ", added) + tag.substring(end);
    }

    private List<Attribute> read() {
        at = nameEnd(tag);
        while (skipTo()) {
            attribute();
        }
        return attributes;
    }

    private static int nameEnd(String tag) {
        int i = 1;
        while (i < tag.length() && !isBlank(tag.charAt(i)) && "/>".indexOf(tag.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private boolean skipTo() {
        while (at < tag.length() && (isBlank(tag.charAt(at)) || tag.charAt(at) == '/')) {
            at++;
        }
        return at < tag.length() && tag.charAt(at) != '>';
    }

    private void attribute() {
        int start = at;
        at++; // a name may begin with an equals sign
        while (at < tag.length() && !isBlank(tag.charAt(at)) && "/>=".indexOf(tag.charAt(at)) < 0) {
            at++;
        }
        int nameEnd = at;
        int next = at;
        while (next < tag.length() && isBlank(tag.charAt(next))) {
            next++;
        }
        int valueStart = nameEnd;
        int valueEnd = nameEnd;
        if (next < tag.length() && tag.charAt(next) == '=') {
            at = next + 1;
            while (at < tag.length() && isBlank(tag.charAt(at))) {
                at++;
            }
            valueStart = at;
            char quote = at < tag.length() ? tag.charAt(at) : '>';
            if (quote == '"' || quote == '\'') {
                valueStart++;
                int end = tag.indexOf(quote, valueStart);
                valueEnd = end < 0 ? tag.length() : end;
                at = Math.min(tag.length(), valueEnd + 1);
            } else {
                while (at < tag.length() && !isBlank(tag.charAt(at)) && tag.charAt(at) != '>') {
                    at++;
                }
                valueEnd = at;
            }
        }
        attributes.add(new Attribute(
                tag.substring(start, nameEnd).toLowerCase(Locale.ROOT),
                Parser.unescapeEntities(tag.substring(valueStart, valueEnd), true),
                tag.substring(start, at),
                valueEnd,
                at));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
