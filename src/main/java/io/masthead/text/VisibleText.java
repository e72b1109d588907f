package io.masthead.text;

/** Distinguishes visible text from characters that only confuse readers. */
public final class VisibleText {

    private VisibleText() {}

    /** Whether it contains anything visible, besides blanks, controls and zero-width characters. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    /** Whether it contains control characters other than tabs and line breaks. */
    public static boolean hasControls(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /**
     * Whether it contains characters that change the text direction (UAX #9, the explicit embeddings, overrides
     * and isolates), which can disguise a text. The plain direction marks of right-to-left scripts are allowed.
     */
    public static boolean turnsDirection(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    /**
     * Whether it can be a name: visible, on one line, without controls and without characters that change the
     * text direction.
     */
    public static boolean isPlainLine(String text) {
        return isIn(text) && text.chars().noneMatch(Character::isISOControl) && !turnsDirection(text);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> false;
            // Hangul fillers and the Braille blank are letters by category only.
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
        };
    }
}
