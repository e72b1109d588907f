package io.masthead.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses HTML that is too expensive to parse, before it is parsed.
 *
 * <p>The count is an upper bound: everything that may begin a tag is counted, also in comments and scripts. The
 * depth is an estimate that allows for optional end tags; the parser's own limit ({@link ParsedHtml}) is the
 * final guard.
 */
public final class MarkupBudget {

    /** The maximum of elements in one content. */
    public static final int MAX_ELEMENTS = 20_000;

    /** The maximum depth of elements. */
    public static final int MAX_DEPTH = 256;

    /** The maximum length of a source, and of its rendered HTML. */
    public static final int MAX_CHARS = 4_000_000;

    private static final int MAX_SPECIAL_CHARS = 10 * MAX_ELEMENTS;

    private static final Set<String> VOID = Set.of(
            "area",
            "base",
            "basefont",
            "bgsound",
            "br",
            "col",
            "embed",
            "frame",
            "hr",
            "image",
            "img",
            "input",
            "keygen",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr");

    private static final Set<String> FORMATTING = Set.of(
            "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "span", "strike", "strong", "tt", "u");

    private static final Set<String> P = Set.of("p");
    private static final Set<String> CELL = Set.of("td", "th", "p");
    private static final Set<String> SECTION =
            Set.of("td", "th", "tr", "p", "tbody", "thead", "tfoot", "caption", "colgroup");

    /** The innermost open elements that a start tag closes. */
    private static final Map<String, Set<String>> ENDS = Map.ofEntries(
            Map.entry("li", Set.of("li", "p")),
            Map.entry("dt", Set.of("dt", "dd", "p")),
            Map.entry("dd", Set.of("dt", "dd", "p")),
            Map.entry("td", CELL),
            Map.entry("th", CELL),
            Map.entry("tr", Set.of("td", "th", "tr", "p", "caption", "colgroup")),
            Map.entry("tbody", SECTION),
            Map.entry("thead", SECTION),
            Map.entry("tfoot", SECTION),
            Map.entry("option", Set.of("option")),
            Map.entry("optgroup", Set.of("option", "optgroup")));

    private MarkupBudget() {}

    /**
     * Checks HTML before it is parsed.
     *
     * @throws ContentTooComplexException if it has more than {@link #MAX_ELEMENTS} elements, nests deeper than
     *     {@link #MAX_DEPTH}, has more than {@link #MAX_CHARS} characters, or is otherwise too expensive to
     *     parse
     */
    public static void check(String html) {
        checkLength(html);
        checkCount(html);
        checkReferences(html);
        checkDepth(html);
    }

    /**
     * Checks only the length, of a source that is not HTML.
     *
     * @throws ContentTooComplexException if it has more than {@link #MAX_CHARS} characters
     */
    public static void checkLength(String source) {
        if (source.length() > MAX_CHARS) {
            throw new ContentTooComplexException(
                    "The content has more than %d characters; split it into several parts.".formatted(MAX_CHARS));
        }
    }

    /** Characters that are, or are output as, character references are the most expensive ones for a parser. */
    private static void checkReferences(String html) {
        int special = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '&' || c == '<' || c == '>') {
                special++;
            }
        }
        if (special > MAX_SPECIAL_CHARS) {
            throw new ContentTooComplexException(
                    ("The content has more than %d of the characters &, < and >; " + "split it into several parts.")
                            .formatted(MAX_SPECIAL_CHARS));
        }
    }

    private static void checkCount(String html) {
        int opens = 0;
        int closes = 0;
        int i = -1;
        while ((i = html.indexOf('<', i + 1)) >= 0 && i + 1 < html.length()) {
            char c = html.charAt(i + 1);
            if (c == '/') {
                closes++; // an end tag without a start also makes an element: </p>, </br>
            } else if (Character.isLetter(c)) {
                opens++;
            }
            if (opens > MAX_ELEMENTS || closes > MAX_ELEMENTS) {
                throw tooMany();
            }
        }
    }

    private static void checkDepth(String html) {
        var open = new ArrayList<String>();
        var tokens = new MarkupTokens(html);
        while (tokens.next()) {
            if (tokens.kind() == MarkupTokens.Kind.OPEN && !VOID.contains(tokens.name())) {
                open(open, tokens.name());
            } else if (tokens.kind() == MarkupTokens.Kind.CLOSE) {
                int last = open.lastIndexOf(tokens.name());
                if (last >= 0) {
                    truncate(open, last);
                }
            }
        }
    }

    private static void open(List<String> open, String name) {
        if (!FORMATTING.contains(name)) {
            var ended = ENDS.getOrDefault(name, P);
            int last = lastStructural(open);
            while (last >= 0 && ended.contains(open.get(last))) {
                truncate(open, last);
                last = lastStructural(open);
            }
        }
        open.add(name);
        if (open.size() > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    private static int lastStructural(List<String> open) {
        int i = open.size() - 1;
        while (i >= 0 && FORMATTING.contains(open.get(i))) {
            i--;
        }
        return i;
    }

    private static void truncate(List<String> open, int size) {
        open.subList(size, open.size()).clear();
    }

    static ContentTooComplexException tooMany() {
        return new ContentTooComplexException(
                "The content has more than %d elements; split it into several parts.".formatted(MAX_ELEMENTS));
    }

    static ContentTooComplexException tooDeep() {
        return new ContentTooComplexException(("The content nests elements more than %d deep; "
                        + "close tags that are left open or use fewer levels.")
                .formatted(MAX_DEPTH));
    }
}
