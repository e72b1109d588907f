package io.masthead.post.archive;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;

/**
 * The number of posts published in a month of the site's time zone.
 *
 * @param month 1 to 12
 * @param from the first instant of the month in that zone
 * @param until the first instant after it
 */
public record MonthCount(int year, int month, long count, Instant from, Instant until) {

    /** The number of the month of a date: twelve times the year, and the number in the year less one. */
    static long numberOf(Instant date, ZoneId zone) {
        return date.atZone(zone).getLong(ChronoField.PROLEPTIC_MONTH);
    }

    static MonthCount of(long number, long count, ZoneId zone) {
        var month = YearMonth.of(0, 1).plusMonths(number);
        return new MonthCount(
                month.getYear(),
                month.getMonthValue(),
                count,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }
}
