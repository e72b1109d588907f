package io.masthead.text;

import java.util.Locale;
import java.util.Set;

/**
 * A tokenizer for HTML source that builds no tree: text, tags and comments, in order, without gaps. It follows
 * the tokenizer of the HTML standard closely enough to find the ends of tags.
 */
public final class MarkupTokens {

    /** The kind of a token. */
    public enum Kind {
        TEXT,
        OPEN,
        CLOSE,
        COMMENT
    }

    /** Elements whose content is always text. */
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final String source;
    private int start;
    private int end;
    private Kind kind = Kind.TEXT;
    private String name = "";

    /** Starts at the beginning of the source; {@link #next} moves to the first token. */
    public MarkupTokens(String source) {
        this(source, 0);
    }

    /** Starts at this position. */
    MarkupTokens(String source, int from) {
        this.source = source;
        this.end = from;
    }

    /** The text without tags, with its entities; the content of scripts and styles is removed. */
    public static String withoutTags(String html) {
        var text = new StringBuilder(html.length());
        var tokens = new MarkupTokens(html);
        var silent = "";
        while (tokens.next()) {
            if (tokens.kind() == Kind.TEXT && silent.isEmpty()) {
                text.append(tokens.text());
            } else if (tokens.name().equals("script") || tokens.name().equals("style")) {
                silent = tokens.kind() == Kind.OPEN ? tokens.name() : "";
            }
        }
        return text.toString();
    }

    /** Moves to the next token; false if there is none. */
    public boolean next() {
        if (end == source.length()) {
            return false;
        }
        start = end;
        if (kind == Kind.OPEN && RAW_TEXT.contains(name)) {
            int close = endOfRawText(name);
            name = "";
            kind = Kind.TEXT;
            if (close > start) {
                end = close;
                return true;
            }
        }
        name = "";
        if (!readMarkup()) {
            kind = Kind.TEXT;
            end = startOfMarkup(start + 1);
        }
        return true;
    }

    /** The kind of the token. */
    public Kind kind() {
        return kind;
    }

    /** The tag's name in lower case; empty for text and comments. */
    public String name() {
        return name;
    }

    /** The start of the token in the source. */
    public int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The token as it was written. */
    public String text() {
        return source.substring(start, end);
    }

    private boolean readMarkup() {
        if (source.charAt(start) != '<' || start + 1 == source.length()) {
            return false;
        }
        char c = source.charAt(start + 1);
        if (isAsciiLetter(c)) {
            return readTag(Kind.OPEN, start + 1);
        }
        if (c == '!' || c == '?') {
            kind = Kind.COMMENT;
            end = source.startsWith("<!--", start) ? endOfComment(start + 4) : after(">", start);
            return true;
        }
        if (c == '/' && start + 2 < source.length()) {
            if (isAsciiLetter(source.charAt(start + 2))) {
                return readTag(Kind.CLOSE, start + 2);
            }
            kind = Kind.COMMENT;
            end = after(">", start);
            return true;
        }
        return false;
    }

    private boolean readTag(Kind tag, int nameStart) {
        int i = nameStart;
        while (i < source.length() && !isBlank(source.charAt(i)) && !isTagEnd(source.charAt(i))) {
            i++;
        }
        kind = tag;
        name = source.substring(nameStart, i).toLowerCase(Locale.ROOT);
        end = endOfTag(i);
        return true;
    }

    /** A {@code >} in a quoted attribute value does not end the tag. */
    private int endOfTag(int from) {
        int i = from;
        while (i < source.length()) {
            char c = source.charAt(i);
            i++;
            if (c == '>') {
                return i;
            }
            if (c == '=') {
                while (i < source.length() && isBlank(source.charAt(i))) {
                    i++;
                }
                if (i < source.length() && (source.charAt(i) == '"' || source.charAt(i) == '\'')) {
                    i = after(source.substring(i, i + 1), i + 1);
                }
            }
        }
        return i;
    }

    private int endOfComment(int from) {
        if (source.startsWith(">", from)) {
            return from + 1;
        }
        if (source.startsWith("->", from)) {
            return from + 2;
        }
        return after("-->", from);
    }

    private int endOfRawText(String element) {
        int i = start;
        while ((i = source.indexOf("</", i)) >= 0) {
            if (source.regionMatches(true, i + 2, element, 0, element.length())) {
                return i;
            }
            i += 2;
        }
        return source.length();
    }

    private int startOfMarkup(int from) {
        int i = source.indexOf('<', from);
        return i < 0 ? source.length() : i;
    }

    private int after(String mark, int from) {
        int i = source.indexOf(mark, from);
        return i < 0 ? source.length() : i + mark.length();
    }

    private static boolean isTagEnd(char c) {
        return c == '>' || c == '/';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
