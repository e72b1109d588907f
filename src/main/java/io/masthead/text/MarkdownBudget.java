package io.masthead.text;

import java.util.ArrayDeque;

/** Refuses Markdown that is disproportionately expensive to parse. */
final class MarkdownBudget {

    private static final int MAX_MARKS = 5 * MarkupBudget.MAX_ELEMENTS;

    /** The maximum that the parser may look ahead in total for the end of tags, comments and the like. */
    private static final long MAX_LOOK_AHEAD = 4_000_000;

    /** The maximum of comparisons of unrelated runs of tildes. */
    private static final long MAX_TILDES_COMPARED = 2_000_000;

    private MarkdownBudget() {}

    static void check(String source) {
        checkMarks(source);
        checkLookAhead(source, "<", ">");
        checkLookAhead(source, "<!--", "-->");
        checkLookAhead(source, "<?", "?>");
        checkLookAhead(source, "<![CDATA[", "]]>");
        checkTables(source);
        checkTildes(source);
        checkImages(source);
    }

    private static void checkMarks(String source) {
        int marks = 0;
        for (int i = 0; i < source.length(); i++) {
            if ("*_[]~`!<>&\n".indexOf(source.charAt(i)) >= 0) {
                marks++;
            }
        }
        if (marks > MAX_MARKS) {
            throw new ContentTooComplexException(("The content has more than %d lines and marks such as * _ [ ] `; "
                            + "split it into several parts.")
                    .formatted(MAX_MARKS));
        }
    }

    /** After each unterminated start the parser reads to the end of its paragraph. */
    private static void checkLookAhead(String source, String begin, String end) {
        long looked = 0;
        int close = -1;
        int paragraphEnd = -1;
        int open = source.indexOf(begin);
        while (open >= 0) {
            if (close < open) {
                int next = source.indexOf(end, open);
                close = next < 0 ? source.length() : next;
            }
            if (paragraphEnd < open) {
                paragraphEnd = endOfParagraph(source, open);
            }
            looked += Math.min(close, paragraphEnd) - open;
            if (looked > MAX_LOOK_AHEAD) {
                throw new ContentTooComplexException(
                        ("The content has too many %s without a matching %s; write &lt; " + "where no tag is meant.")
                                .formatted(begin, end));
            }
            open = source.indexOf(begin, open + begin.length());
        }
    }

    private static int endOfParagraph(String source, int from) {
        for (int i = source.indexOf('\n', from); i >= 0; i = source.indexOf('\n', i + 1)) {
            if (source.startsWith("\n", i + 1) || source.startsWith("\r\n", i + 1)) {
                return i;
            }
        }
        return source.length();
    }

    /**
     * Short rows of a wide table are filled with empty cells, so a page of bars could become millions of them.
     */
    private static void checkTables(String source) {
        long cells = 0;
        int columns = 0;
        int start = 0;
        while (start < source.length()) {
            int newline = source.indexOf('\n', start);
            int end = newline < 0 ? source.length() : newline;
            if (isBlank(source, start, end)) {
                columns = 0;
            } else {
                columns = Math.max(columns, delimiterColumns(source, start, end));
                cells += columns;
            }
            if (cells > MarkupBudget.MAX_ELEMENTS) {
                throw MarkupBudget.tooMany();
            }
            start = end + 1;
        }
    }

    /** The number of columns that a delimiter row declares; 0 if the line is none. */
    private static int delimiterColumns(String source, int start, int end) {
        int bars = 0;
        boolean dashes = false;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            switch (c) {
                case '|' -> bars++;
                case '-' -> dashes = true;
                case ':', ' ', '\t', '\r', '>' -> {}
                default -> {
                    return 0;
                }
            }
        }
        return dashes && bars > 0 ? bars + 1 : 0;
    }

    /** A run of more than two tildes closes nothing, and is compared with all open runs before it. */
    private static void checkTildes(String source) {
        long pairs = 0;
        long longer = 0;
        for (int i = source.indexOf("~~"); i >= 0; i = source.indexOf("~~", i)) {
            int start = i;
            while (i < source.length() && source.charAt(i) == '~') {
                i++;
            }
            if (i - start == 2) {
                pairs++;
            } else {
                longer++;
            }
        }
        if (longer * (pairs + longer) > MAX_TILDES_COMPARED) {
            throw new ContentTooComplexException("The content has too many runs of three and more tildes; "
                    + "write two before and after what is struck through.");
        }
    }

    /** Images can be nested in the text of images, and each is processed again for the outer one. */
    private static void checkImages(String source) {
        if (!source.contains("![")) {
            return;
        }
        var open = new ArrayDeque<Bracket>();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '[') {
                open.push(new Bracket(i > 0 && source.charAt(i - 1) == '!'));
            } else if (c == ']' && !open.isEmpty()) {
                var closed = open.pop();
                int depth = closed.depth + (closed.image ? 1 : 0);
                if (depth > MarkupBudget.MAX_DEPTH) {
                    throw MarkupBudget.tooDeep();
                }
                if (!open.isEmpty()) {
                    open.peek().depth = Math.max(open.peek().depth, depth);
                }
            } else if (c == '\n' && source.startsWith("\n", i + 1)) {
                open.clear(); // the end of the paragraph closes everything
            }
        }
    }

    /** An open bracket. */
    private static final class Bracket {

        private final boolean image;
        private int depth;

        private Bracket(boolean image) {
            this.image = image;
        }
    }

    private static boolean isBlank(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
