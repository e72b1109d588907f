package io.masthead.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Extracts plain text from HTML. */
public final class PlainText {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "iframe",
            "object",
            "noscript",
            "noframes",
            "noembed",
            "svg",
            "math",
            "head",
            "title",
            "textarea",
            "select");

    private static final int MAX_ROUNDS = 8;

    private PlainText() {}

    /**
     * The text on one line: entities decoded, blanks collapsed, a blank at the start and end of each block,
     * without scripts, styles and references to footnotes.
     *
     * @throws ContentTooComplexException as {@link MarkupBudget#check}
     */
    public static String of(String html) {
        var line = new Line();
        if (html.chars().noneMatch(c -> c == '<' || c == '&' || c == 0)) {
            line.append(html); // as in most titles; parsing is expensive
            return line.text();
        }
        ParsedHtml.of(html).body().filter(line);
        return line.text();
    }

    /**
     * As {@link #of}, but text that is too complex is returned as it is. The result must be treated as plain
     * text and never be output as HTML.
     */
    public static String orAsWritten(String html) {
        try {
            return of(html);
        } catch (ContentTooComplexException e) {
            return html;
        }
    }

    /** Without tags, on one line; entities stay. The result contains no tags, so the method is idempotent. */
    public static String withoutTags(String text) {
        var before = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            var after = MarkupTokens.withoutTags(before);
            if (after.equals(before)) {
                return onOneLine(after);
            }
            before = after;
        }
        return onOneLine(before.replace("<", "")); // made to leave a tag each time
    }

    private static String onOneLine(String text) {
        var line = new Line();
        line.append(text);
        return line.text();
    }

    private static final class Line implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private boolean gap;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName())) {
                    gap = true;
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (Footnotes.isReferenceLink(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                gap |= breaks(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            gap |= node instanceof Element element && breaks(element);
            return FilterResult.CONTINUE;
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    gap = true;
                } else {
                    if (gap && !text.isEmpty()) {
                        text.append(' ');
                    }
                    gap = false;
                    text.append(c);
                }
            }
        }

        private String text() {
            return text.toString();
        }

        private static boolean breaks(Element element) {
            return element.isBlock() || element.normalName().equals("br");
        }
    }
}
