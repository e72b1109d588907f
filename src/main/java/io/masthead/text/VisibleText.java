package io.masthead.text;

/** Tells what readers can see of a text from what only confuses them. */
public final class VisibleText {

    private VisibleText() {}

    /**
     * Whether anything in it leaves a mark: not only blanks, controls and zero-width characters.
     */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    /** Whether it holds control characters other than tabs and line breaks. */
    public static boolean hasControls(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /**
     * Whether it holds characters that turn the direction of what follows (UAX #9, the explicit
     * embeddings, overrides and isolates), with which text shows as something that it is not. The
     * plain direction marks of right-to-left scripts are none of these.
     */
    public static boolean turnsDirection(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    /**
     * Whether it can stand as a name: visible, in one line, without controls and without what turns
     * the direction of writing.
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
            // Letters by name only: Hangul fillers and the blank of Braille show nothing.
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
        };
    }
}
