package io.masthead.text;

import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

    private static final String NO_PARAGRAPHS = "h1, h2, h3, h4, h5, h6, hgroup, table, pre, figure, figcaption, audio,"
            + " video, nav, sup[data-fn], .wp-block-footnotes, .wp-block-buttons, .wp-caption, "
            + Footnotes.SELECTOR;

    private static final Pattern ADDRESS = Pattern.compile("\\s*+https?://\\S++\\s*+");

    private static final int MAX_ROUNDS = 8;

    private PlainText() {}

    /**
     * The text on one line: entities decoded, a blank at the start and end of each block, without scripts, styles and
     * references to footnotes. Blanks within a block are collapsed; no-break and other typographic spaces stay.
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
     * As {@link #of}, for paragraphs and other running text only: no headings, tables, code, captions, footnotes
     * or addresses alone, and lists only in a text that has nothing else.
     *
     * @throws ContentTooComplexException as {@link MarkupBudget#check}
     */
    public static String ofParagraphs(String html) {
        var body = ParsedHtml.of(html).body();
        body.select(NO_PARAGRAPHS).remove();
        for (var paragraph : body.select("p")) {
            if (ADDRESS.matcher(paragraph.text()).matches()) {
                paragraph.remove();
            }
        }
        var withoutLists = new Line(LISTS);
        body.filter(withoutLists);
        if (!withoutLists.text().isEmpty()) {
            return withoutLists.text();
        }
        var all = new Line();
        body.filter(all);
        return all.text();
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
        private final Set<String> others;

        /** The spaces after the last word. */
        private final StringBuilder spaces = new StringBuilder();

        /** Whether a block has begun or ended after the last word. */
        private boolean gap;

        private Line() {
            this(Set.of());
        }

        /** @param others further elements that are left out */
        private Line(Set<String> others) {
            this.others = others;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName()) || others.contains(element.normalName())) {
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
                if (Character.getType(c) == Character.SPACE_SEPARATOR && c != ' ') {
                    spaces.append(c); // no-break, thin or ideographic: it was chosen
                } else if (Character.isWhitespace(c)) {
                    if (spaces.isEmpty() || spaces.charAt(spaces.length() - 1) != ' ') {
                        spaces.append(' ');
                    }
                } else {
                    if (!text.isEmpty()) {
                        text.append(gap ? " " : spaces);
                    }
                    gap = false;
                    spaces.setLength(0);
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
