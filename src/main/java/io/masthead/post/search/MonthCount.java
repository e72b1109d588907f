package io.masthead.post.search;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The number of posts published in a month of the site's time zone.
 *
 * @param month 1 to 12
 * @param from the first instant of the month in that zone
 * @param until the first instant after it
 */
public record MonthCount(int year, int month, long count, Instant from, Instant until) {

    public static MonthCount of(int year, int month, long count, ZoneId zone) {
        var first = YearMonth.of(year, month).atDay(1);
        return new MonthCount(
                year,
                month,
                count,
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(1).atStartOfDay(zone).toInstant());
    }
}
