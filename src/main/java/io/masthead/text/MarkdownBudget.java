package io.masthead.text;

/** Refuses Markdown that would keep the parser busy out of all proportion, before it is parsed. */
final class MarkdownBudget {

    private static final int MAX_MARKS = 5 * ContentRenderer.MAX_ELEMENTS;

    /** How far the parser may look ahead in all for the end of tags, comments and the like. */
    private static final long MAX_LOOK_AHEAD = 20_000_000;

    private MarkdownBudget() {}

    static void check(String source) {
        checkMarks(source);
        checkLookAhead(source, "<", ">");
        checkLookAhead(source, "<!--", "-->");
        checkLookAhead(source, "<?", "?>");
        checkLookAhead(source, "<![CDATA[", "]]>");
        checkTables(source);
    }

    private static void checkMarks(String source) {
        int marks = 0;
        for (int i = 0; i < source.length(); i++) {
            if ("*_[]~`!<>&\n".indexOf(source.charAt(i)) >= 0) {
                marks++;
            }
        }
        if (marks > MAX_MARKS) {
            throw new ContentTooComplexException(
                    ("The content has more than %d lines and marks such as * _ [ ] `; "
                                    + "split it into several parts.")
                            .formatted(MAX_MARKS));
        }
    }

    /** Each beginning without an end makes the parser read on, up to the end of its paragraph. */
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
                        ("The content has too many %s without a matching %s; write &lt; "
                                        + "where no tag is meant.")
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
     * Each short row of a wide table is filled up with empty cells, so a page of bars could become
     * millions of them.
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
            if (cells > ContentRenderer.MAX_ELEMENTS) {
                throw MarkupBudget.tooMany();
            }
            start = end + 1;
        }
    }

    /** How many columns the line under a table's head declares; 0 if the line is none. */
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

    private static boolean isBlank(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
