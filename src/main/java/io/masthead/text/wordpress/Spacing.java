package io.masthead.text.wordpress;

/**
 * What WordPress takes for the edge of a word: a blank, a line break, a space that never breaks.
 */
final class Spacing {

    private static final String NO_BREAK = "&nbsp;";

    private Spacing() {}

    /** Whether one ends right before the index. */
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
