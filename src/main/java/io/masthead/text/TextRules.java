package io.masthead.text;

/** Rules for all stored strings. */
public final class TextRules {

    private TextRules() {}

    /** False if a string contains NUL (PostgreSQL refuses it) or an unpaired surrogate (invalid in UTF-8). */
    public static boolean isStorable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The length in code points, as PostgreSQL counts it. */
    public static int codePoints(String value) {
        return value.codePointCount(0, value.length());
    }

    /** The first {@code max} code points, never half a surrogate pair. */
    static String first(String value, int max) {
        return codePoints(value) <= max ? value : value.substring(0, value.offsetByCodePoints(0, max));
    }
}
