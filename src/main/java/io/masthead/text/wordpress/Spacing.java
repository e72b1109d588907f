package io.masthead.text.wordpress;

/** What WordPress treats as a word boundary: a blank, a line break, a no-break space. */
final class Spacing {

    private static final String NO_BREAK = "&nbsp;";

    private Spacing() {}

    /** Whether one ends directly before the index. */
    static boolean endsAt(String text, int index) {
        return index > 0 && (isSpace(text.charAt(index - 1)) || endsWith(text, index, NO_BREAK));
    }

    /** Whether one begins at the index. */
    static boolean beginsAt(String text, int index) {
        return index < text.length() && (isSpace(text.charAt(index)) || text.startsWith(NO_BREAK, index));
    }

    static boolean endsWith(String text, int index, String suffix) {
        return text.startsWith(suffix, index - suffix.length());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0';
    }
}
