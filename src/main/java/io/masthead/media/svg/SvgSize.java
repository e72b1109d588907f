package io.masthead.media.svg;

import java.util.regex.Pattern;

/**
 * The size that an SVG wants to be shown in.
 *
 * @param width in pixels; null if it names none
 * @param height in pixels; null if it names none
 */
public record SvgSize(Integer width, Integer height) {

    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]{1,6}(?:\\.[0-9]{1,9})?)\\s*(px)?\\s*");
    private static final Pattern BOX = Pattern.compile(
            "\\s*[-0-9.eE]{1,20}[\\s,]+[-0-9.eE]{1,20}[\\s,]+([0-9]{1,6}(?:\\.[0-9]{1,9})?)[\\s,]+([0-9]{1,6}(?:\\.[0-9]{1,9})?)\\s*");

    /** Each attribute of the root may be null. */
    static SvgSize of(String width, String height, String viewBox) {
        var own = new SvgSize(pixels(width), pixels(height));
        if (own.width != null && own.height != null) {
            return own;
        }
        var box = BOX.matcher(viewBox == null ? "" : viewBox);
        return box.matches() ? new SvgSize(pixels(box.group(1)), pixels(box.group(2))) : new SvgSize(null, null);
    }

    private static Integer pixels(String length) {
        var match = LENGTH.matcher(length == null ? "" : length);
        if (!match.matches()) {
            return null;
        }
        long rounded = Math.round(Double.parseDouble(match.group(1)));
        return rounded == 0 ? null : Math.toIntExact(rounded);
    }
}
