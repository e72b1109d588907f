package io.masthead.media.rendition;

import java.util.regex.Pattern;

/** Proportions of a picture, such as {@code 16:9}. */
public record Ratio(int width, int height) {

    private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,3}):([1-9][0-9]{0,3})");

    /** @throws IllegalArgumentException for what is none */
    public static Ratio of(String text) {
        var match = SYNTAX.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("A ratio is two numbers from 1 to 9999 with a colon, such as 16:9");
        }
        return new Ratio(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** Whether the lengths have these proportions, rounded to the nearest pixel. */
    boolean fits(int lengthX, int lengthY) {
        return Math.round((double) lengthX * height / width) == lengthY;
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
