package io.masthead.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CSS that a text may have in {@code style}: colours, sizes, spacing and alignment of its own elements.
 * Nothing loads a file, leaves the place that the page gives to the text, or covers other parts of the page.
 *
 * <p>A value consists of words, numbers with units, colours and a few functions; anything else, such as a
 * string, an escape or a comment, is refused.
 */
final class StyleRules {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_VALUE = 400;
    private static final int MAX_DEPTH = 6;

    private static final Set<String> PROPERTIES = words("""
            align-content align-items align-self aspect-ratio background background-color border border-block
            border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius
            border-bottom-style border-bottom-width border-collapse border-color border-inline border-left
            border-left-color border-left-style border-left-width border-radius border-right
            border-right-color border-right-style border-right-width border-spacing border-style border-top
            border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
            border-width box-sizing caption-side clear color column-count column-gap column-width columns
            direction display flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float
            font-family font-size font-style font-variant font-weight gap grid-column grid-row
            grid-template-columns grid-template-rows height hyphens justify-content justify-items justify-self
            letter-spacing line-height list-style list-style-type margin margin-block margin-block-end
            margin-block-start margin-bottom margin-inline margin-inline-end margin-inline-start margin-left
            margin-right margin-top max-height max-width min-height min-width object-fit object-position
            opacity order overflow-wrap padding padding-block padding-block-end padding-block-start
            padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
            padding-top row-gap tab-size table-layout text-align text-align-last text-decoration
            text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness
            text-indent text-orientation text-transform text-wrap vertical-align white-space width word-break
            word-spacing word-wrap writing-mode
            """);

    private static final Set<String> DISPLAYS = words("""
            block flex grid inline inline-block inline-flex inline-grid list-item none table table-cell
            table-row
            """);

    private static final Set<String> FUNCTIONS = words("""
            calc clamp fit-content hsl hsla linear-gradient max min minmax radial-gradient repeat rgb rgba
            """);

    private static final Pattern NUMBER = Pattern.compile("[+-]?+(?:[0-9]{1,9}+(?:\\.[0-9]{0,9}+)?+|\\.[0-9]{1,9}+)"
            + "(?:%|ch|cm|cqw|deg|dvh|em|ex|fr|in|lh|mm|pc|pt|px|rem|svh|turn|vh|vmax|vmin|vw)?+(?![a-z0-9.%_-])");

    private static final Pattern WORD = Pattern.compile("[a-z]++(?:-[a-z]++)*+(?![a-z0-9_-])");
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-z_-])");
    private static final Pattern FUNCTION = Pattern.compile("([a-z]++(?:-[a-z]++)*+)?\\(");

    /** The names that block themes give to their colours, sizes and distances. */
    private static final Pattern PRESET = Pattern.compile("var\\(\\s*+--wp--[a-z0-9-]{1,100}+\\s*+\\)");

    private static final Pattern FONTS =
            Pattern.compile("(?:[a-zA-Z0-9 ,-]++|\"[a-zA-Z0-9 -]++\"|'[a-zA-Z0-9 -]++')++");

    private StyleRules() {}

    /** Whether all declarations of a style are allowed. */
    static boolean areSafe(String style) {
        return clean(style).equals(style);
    }

    /** The style without the declarations that are not allowed; unchanged if all of them are, empty if none is. */
    static String clean(String style) {
        if (style.length() > MAX_LENGTH) {
            return "";
        }
        var declarations = Arrays.stream(style.split(";"))
                .map(String::strip)
                .filter(declaration -> !declaration.isEmpty())
                .toList();
        var safe = declarations.stream().filter(StyleRules::isSafe).toList();
        return safe.size() == declarations.size() && !safe.isEmpty() ? style : String.join(";", safe);
    }

    private static boolean isSafe(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 0) {
            return false;
        }
        var property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var value = declaration.substring(colon + 1).strip();
        if (!PROPERTIES.contains(property) || value.isEmpty() || value.length() > MAX_VALUE) {
            return false;
        }
        var lower = value.toLowerCase(Locale.ROOT);
        return switch (property) {
            case "font-family" ->
                FONTS.matcher(value).matches() || PRESET.matcher(lower).matches();
            case "display" -> DISPLAYS.contains(lower);
            default -> new Value(lower, moves(property)).isSafe();
        };
    }

    /** A negative or calculated length would move an element over what surrounds the text, or out of sight. */
    private static boolean moves(String property) {
        return property.startsWith("margin") || property.equals("text-indent");
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads a value once, from left to right. */
    private static final class Value {

        private final String value;
        private final boolean moves;
        private int at;
        private int depth;

        /** @param value in lower case */
        private Value(String value, boolean moves) {
            this.value = value;
            this.moves = moves;
        }

        private boolean isSafe() {
            while (at < value.length()) {
                if (!part()) {
                    return false;
                }
            }
            return depth == 0;
        }

        private boolean part() {
            char c = value.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == ',' || c == '/') {
                // Two slashes or a slash and a star would be no value, but might be read as a comment.
                return advance(c == '/' && at + 1 < value.length() && "/*".indexOf(value.charAt(at + 1)) >= 0 ? 0 : 1);
            }
            if (c == ')') {
                depth--;
                return depth >= 0 && advance(1);
            }
            if (depth > 0 && (c == '*' || ((c == '+' || c == '-') && isBlank(at + 1)))) {
                return advance(1);
            }
            return takes(PRESET) || function() || number() || takes(COLOUR) || takes(WORD);
        }

        private boolean function() {
            var function = FUNCTION.matcher(value).region(at, value.length());
            if (!function.lookingAt()) {
                return false;
            }
            var name = function.group(1);
            boolean isKnown = name == null ? depth > 0 : FUNCTIONS.contains(name);
            depth++;
            return isKnown && !moves && depth <= MAX_DEPTH && advance(function.end() - at);
        }

        private boolean number() {
            return !(moves && value.charAt(at) == '-') && takes(NUMBER);
        }

        private boolean takes(Pattern pattern) {
            var found = pattern.matcher(value).region(at, value.length()).useTransparentBounds(true);
            return found.lookingAt() && advance(found.end() - at);
        }

        private boolean isBlank(int i) {
            return i < value.length() && value.charAt(i) == ' ';
        }

        private boolean advance(int by) {
            at += by;
            return by > 0;
        }
    }
}
