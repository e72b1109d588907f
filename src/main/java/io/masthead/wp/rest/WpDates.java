package io.masthead.wp.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Dates as WordPress reads and writes them: without an offset they are in the time of the site, or
 * in UTC where the name of the field ends in {@code _gmt}.
 */
public final class WpDates {

    private static final Pattern SYNTAX =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[Tt ](\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?"
                    + "(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private WpDates() {}

    /**
     * @param zone of a date that names no offset
     * @throws DateTimeException for what is no date with a time
     */
    public static Instant parse(String date, ZoneId zone) {
        var parts = SYNTAX.matcher(date.strip());
        if (!parts.matches()) {
            throw new DateTimeException("Not a date with a time");
        }
        var month = number(parts.group(2));
        var day = number(parts.group(3));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw new DateTimeException("No such day");
        }
        // WordPress takes 30 February for 2 March.
        var local = LocalDateTime.of(
                        number(parts.group(1)),
                        month,
                        1,
                        number(parts.group(4)),
                        number(parts.group(5)),
                        number(parts.group(6)))
                .plusDays(day - 1L);
        var offset = parts.group(7);
        return offset == null ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(offset));
    }

    static Instant parse(String date) {
        return parse(date, ZoneOffset.UTC);
    }

    public static String write(Instant instant, ZoneId zone) {
        return instant == null ? null : WRITTEN.format(instant.atZone(zone));
    }

    public static String writeGmt(Instant instant) {
        return write(instant, ZoneOffset.UTC);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
