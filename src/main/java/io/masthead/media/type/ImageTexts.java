package io.masthead.media.type;

import io.masthead.kernel.CmsException;
import io.masthead.media.image.ImageMetadata;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What camera, photographer and agency wrote into an image, made safe to be stored and shown. Text that is too
 * complex or too long counts as none: nobody sent it, so nobody can be told to shorten it.
 *
 * @param imageMeta by WordPress' names, as in {@link ImageMetadata}; texts are clean inline HTML
 * @param title plain text; empty for none, or for a number, which cameras make of the time
 * @param caption clean inline HTML; empty for none
 * @param altText plain text; empty for none
 * @param credit plain text; empty for none
 */
public record ImageTexts(Map<String, Object> imageMeta, String title, String caption, String altText, String credit) {

    /** Nothing is known, as of a file that is no image. */
    public static final ImageTexts NONE = new ImageTexts(Map.of(), "", "", "", "");

    private static final int MAX_LINE = 500;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_KEYWORDS = 100;
    private static final String ORIENTATION = "orientation";
    private static final String UPRIGHT = "1";

    /**
     * Reads an image as it was uploaded, since what is served has lost most of this.
     *
     * @throws CmsException as {@link FileInspection#inspect}
     */
    public static ImageTexts read(Path original) throws IOException {
        try {
            return of(ImageMetadata.read(original));
        } catch (ImageRefusedException e) {
            throw RefusedImage.because(e);
        }
    }

    static ImageTexts of(Map<String, Object> found) {
        var title = line(found, "title");
        return new ImageTexts(
                upright(clean(found)),
                isNumber(title) ? "" : title,
                html(text(found, "caption")),
                line(found, "alt"),
                line(found, "credit"));
    }

    /** The same of an image that has been turned upright since. */
    public static Map<String, Object> upright(Map<String, Object> imageMeta) {
        var orientation = imageMeta.get(ORIENTATION);
        if (orientation == null || orientation.toString().equals("0")) {
            return imageMeta;
        }
        var turned = new LinkedHashMap<>(imageMeta);
        turned.put(ORIENTATION, UPRIGHT);
        return turned;
    }

    private static Map<String, Object> clean(Map<String, Object> found) {
        var clean = new LinkedHashMap<String, Object>();
        found.forEach((name, value) -> clean.put(
                name,
                value instanceof List<?> words
                        ? words.stream()
                                .limit(MAX_KEYWORDS)
                                .map(word -> html(word.toString()))
                                .filter(word -> !word.isEmpty())
                                .toList()
                        : html(value.toString())));
        return clean;
    }

    private static String text(Map<String, Object> found, String name) {
        return found.getOrDefault(name, "").toString();
    }

    private static String line(Map<String, Object> found, String name) {
        var line = PlainText.withoutTags(text(found, name));
        return line.length() <= MAX_LINE ? line : "";
    }

    private static String html(String text) {
        try {
            var html = HtmlCleaner.inline(text).strip();
            return html.length() <= MAX_TEXT ? html : "";
        } catch (ContentTooComplexException e) {
            return "";
        }
    }

    private static boolean isNumber(String title) {
        return Slugs.from(title).matches("[0-9]*");
    }
}
