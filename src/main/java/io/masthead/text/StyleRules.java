package io.masthead.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CSS that a text may have in {@code style}: colours, sizes, spacing and alignment of its own elements.
 * Nothing loads a file or positions an element, and the usual ways are closed by which an element covers what surrounds
 * the text: negative distances, transparency, boxes and lines smaller than their content, and huge distances around words.
 * A page that does not trust its authors also clips the element around a text.
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
            grid-template-columns height hyphens justify-content justify-items justify-self
            letter-spacing line-height list-style list-style-type margin margin-block margin-block-end
            margin-block-start margin-bottom margin-inline margin-inline-end margin-inline-start margin-left
            margin-right margin-top max-height max-width min-height min-width object-fit object-position
            order overflow-wrap padding padding-block padding-block-end padding-block-start
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

    private static final Set<String> COLOURS = Set.of("hsl", "hsla", "rgb", "rgba");

    private static final Pattern NUMBER = Pattern.compile("[+-]?+(?:[0-9]{1,9}+(?:\\.[0-9]{0,9}+)?+|\\.[0-9]{1,9}+)"
            + "(?:%|ch|cm|cqw|deg|dvh|em|ex|fr|in|lh|mm|pc|pt|px|rem|svh|turn|vh|vmax|vmin|vw)?+(?![a-z0-9.%_-])");

    /** Up to 199px or 9.9em: on words, more would cover the lines around them without moving these. */
    private static final Pattern SMALL = Pattern.compile("\\+?+(?:(?:1[0-9]{2}|[0-9]{1,2})(?:\\.[0-9]{1,9}+)?+(?:px|pt)"
            + "|(?:[0-9](?:\\.[0-9]{1,9}+)?+|\\.[0-9]{1,9}+)(?:r?em|ex|ch)|0)(?![a-z0-9.%_-])");

    /** From 0.8, so that a line has the height of its letters. */
    private static final Pattern LINE_HEIGHT =
            Pattern.compile("normal|(?:0?\\.[89][0-9]{0,9}+|[1-9][0-9]?+(?:\\.[0-9]{1,9}+)?+)(?:em)?+");

    /** Elements whose content is scaled to their height, or whose height is a minimum. */
    private static final Set<String> SIZED = words("img video audio iframe hr table thead tbody tfoot tr td th");

    private static final Pattern WORD = Pattern.compile("[a-z]++(?:-[a-z]++)*+(?![a-z0-9_-])");
    private static final Pattern WIDTHS_OF_BORDERS =
            Pattern.compile("border(?:-(?:top|bottom|left|right|block|inline))?+(?:-width)?+");

    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-z_-])");
    private static final Pattern FUNCTION = Pattern.compile("([a-z]++(?:-[a-z]++)*+)?\\(");

    /** The names that block themes give to their colours, sizes and distances. */
    private static final Pattern PRESET = Pattern.compile("var\\(\\s*+--wp--[a-z0-9-]{1,100}+\\s*+\\)");

    private static final Pattern FONTS =
            Pattern.compile("(?:[a-zA-Z0-9 ,-]++|\"[a-zA-Z0-9 -]++\"|'[a-zA-Z0-9 -]++')++");

    private StyleRules() {}

    /** Whether all declarations of a style are allowed on an element. */
    static boolean areSafe(String tag, String style) {
        return clean(tag, style).equals(style);
    }

    /**
     * The style without the declarations that are not allowed; unchanged if all of them are, empty if none is. A height
     * that content could stand out of becomes a minimum.
     *
     * @param tag the name of the element in lower case
     */
    static String clean(String tag, String style) {
        if (style.length() > MAX_LENGTH) {
            return "";
        }
        var declarations = Arrays.stream(style.split(";"))
                .map(String::strip)
                .filter(declaration -> !declaration.isEmpty())
                .toList();
        var safe = declarations.stream()
                .filter(StyleRules::isSafe)
                .map(declaration -> SIZED.contains(tag) ? declaration : withoutOverflow(declaration))
                .filter(declaration -> !declaration.isEmpty())
                .toList();
        return safe.equals(declarations) && !safe.isEmpty() ? style : String.join(";", safe);
    }

    /** Empty for a maximum height, which has no minimum in its place. */
    private static String withoutOverflow(String declaration) {
        return switch (property(declaration)) {
            case "height" -> "min-height" + declaration.substring(declaration.indexOf(':'));
            case "max-height" -> "";
            default -> declaration;
        };
    }

    private static String property(String declaration) {
        return declaration.substring(0, declaration.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isSafe(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 0) {
            return false;
        }
        var property = property(declaration);
        var value = declaration.substring(colon + 1).strip();
        if (!PROPERTIES.contains(property) || value.isEmpty() || value.length() > MAX_VALUE) {
            return false;
        }
        var lower = value.toLowerCase(Locale.ROOT);
        return switch (property) {
            case "font-family" ->
                FONTS.matcher(value).matches() || PRESET.matcher(lower).matches();
            case "display" -> DISPLAYS.contains(lower);
            case "line-height" ->
                LINE_HEIGHT.matcher(lower).matches() || PRESET.matcher(lower).matches();
            default -> new Value(lower, moves(property), surrounds(property)).isSafe();
        };
    }

    /** A negative or calculated length would move an element over what surrounds the text, or out of sight. */
    private static boolean moves(String property) {
        return property.startsWith("margin") || property.equals("text-indent");
    }

    private static boolean surrounds(String property) {
        return property.startsWith("padding")
                || WIDTHS_OF_BORDERS.matcher(property).matches();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads a value once, from left to right. */
    private static final class Value {

        private final String value;
        private final boolean moves;
        private final boolean surrounds;
        private int at;
        private int depth;

        /** The number of open brackets within a colour. */
        private int colours;

        /** @param value in lower case */
        private Value(String value, boolean moves, boolean surrounds) {
            this.value = value;
            this.moves = moves;
            this.surrounds = surrounds;
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
                colours = Math.max(0, colours - 1);
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
            boolean isColour = name != null && COLOURS.contains(name);
            colours += isColour || colours > 0 ? 1 : 0;
            return isKnown
                    && !moves
                    && (!surrounds || colours > 0)
                    && depth <= MAX_DEPTH
                    && advance(function.end() - at);
        }

        private boolean number() {
            return !(moves && value.charAt(at) == '-') && takes(surrounds && colours == 0 ? SMALL : NUMBER);
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
