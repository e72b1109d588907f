package io.masthead.media.image;

import com.drew.lang.Rational;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data that WordPress shows as {@code image_meta}: what camera and photographer wrote into a file. IPTC
 * comes first, EXIF fills the gaps; only the alternative text is in XMP. Of a file without metadata all is
 * there too, as {@code "0"} or empty.
 */
public final class ImageMetadata {

    /** WordPress takes a caption for a title too if it has fewer bytes. */
    private static final int SHORT_CAPTION = 80;

    /** PHP writes numbers with so many digits. */
    private static final MathContext PHP_DIGITS = new MathContext(14, RoundingMode.HALF_EVEN);

    private static final BigDecimal PHP_SMALLEST_PLAIN = new BigDecimal("0.0001");

    private static final DateTimeFormatter EXIF_TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter IPTC_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss[XX]")
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private ImageMetadata() {}

    /**
     * Strings, and a list of strings for {@code keywords}, in WordPress' order. Texts are as in the file, not yet
     * cleaned for HTML.
     *
     * @throws ImageRefusedException if {@link ImageHeader#read} would refuse it
     */
    public static Map<String, Object> read(Path file) throws IOException, ImageRefusedException {
        return of(InspectedImage.read(file).metadata());
    }

    static Map<String, Object> of(ParsedMetadata parsed) {
        var meta = new LinkedHashMap<String, Object>();
        meta.put("aperture", aperture(parsed.exifNumber(ExifDirectoryBase.TAG_FNUMBER)));
        meta.put("credit", Credits.credit(parsed));
        meta.put("camera", parsed.exif(ExifDirectoryBase.TAG_MODEL));
        meta.put("caption", caption(parsed));
        meta.put("created_timestamp", createdTimestamp(parsed));
        meta.put("copyright", Credits.copyright(parsed));
        meta.put("focal_length", number(parsed.exifNumber(ExifDirectoryBase.TAG_FOCAL_LENGTH)));
        meta.put("iso", iso(parsed));
        meta.put("shutter_speed", number(parsed.exifNumber(ExifDirectoryBase.TAG_EXPOSURE_TIME)));
        meta.put("title", title(parsed));
        meta.put("orientation", Integer.toString(parsed.storedOrientation()));
        meta.put("keywords", parsed.iptcKeywords());
        meta.put("alt", parsed.xmp(XmpFields.ALT_TEXT));
        return meta;
    }

    private static String title(ParsedMetadata parsed) {
        var headline = parsed.iptc(IptcDirectory.TAG_HEADLINE);
        var title = headline.isEmpty() ? parsed.iptc(IptcDirectory.TAG_OBJECT_NAME) : headline;
        if (title.isEmpty()) {
            title = ifShort(parsed.iptc(IptcDirectory.TAG_CAPTION));
        }
        return title.isEmpty() ? ifShort(parsed.exif(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION)) : title;
    }

    private static String ifShort(String caption) {
        return caption.getBytes(StandardCharsets.UTF_8).length < SHORT_CAPTION ? caption : "";
    }

    /** A comment by the camera counts only beside a description. */
    private static String caption(ParsedMetadata parsed) {
        var caption = parsed.iptc(IptcDirectory.TAG_CAPTION);
        var description = parsed.exif(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION);
        if (!caption.isEmpty() || description.isEmpty()) {
            return caption;
        }
        var comment = parsed.userComment();
        return comment.isEmpty() ? description : comment;
    }

    private static String iso(ParsedMetadata parsed) {
        var iso = parsed.exifInteger(ExifDirectoryBase.TAG_ISO_EQUIVALENT);
        return iso == null ? "0" : iso.toString();
    }

    private static String createdTimestamp(ParsedMetadata parsed) {
        var date = parsed.iptc(IptcDirectory.TAG_DATE_CREATED);
        var time = parsed.iptc(IptcDirectory.TAG_TIME_CREATED);
        if (!date.isEmpty() && !time.isEmpty()) {
            try {
                return Long.toString(
                        OffsetDateTime.parse(date + time, IPTC_TIME).toEpochSecond());
            } catch (DateTimeException unreadable) {
                return "0"; // as WordPress does, although EXIF may have another
            }
        }
        var digitized = parsed.exif(ExifDirectoryBase.TAG_DATETIME_DIGITIZED);
        try {
            return Long.toString(LocalDateTime.parse(digitized, EXIF_TIME).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return "0";
        }
    }

    private static String aperture(Rational number) {
        return number == null ? "0" : php(decimal(number).setScale(2, RoundingMode.HALF_UP));
    }

    private static String number(Rational number) {
        return number == null ? "0" : php(decimal(number));
    }

    private static BigDecimal decimal(Rational number) {
        return BigDecimal.valueOf(number.getNumerator())
                .divide(BigDecimal.valueOf(number.getDenominator()), MathContext.DECIMAL64);
    }

    /** As PHP turns a number into text: {@code 2.8}, {@code 50}, {@code 0.0055555555555556}, {@code 6.25E-5}. */
    private static String php(BigDecimal number) {
        var rounded = number.round(PHP_DIGITS).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        if (rounded.abs().compareTo(PHP_SMALLEST_PLAIN) >= 0) {
            return rounded.toPlainString();
        }
        var digits = new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return digits.toPlainString() + (digits.scale() == 0 ? ".0" : "") + "E" + exponent;
    }
}
