package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The dates of an item. WordPress writes each in its site's time zone and in UTC; either can be missing.
 *
 * @param date of publication or, for a draft, of its last change; null if the file has none
 * @param hasFixedDate false for a draft, whose date changes until it is published
 * @param shown what the exported site showed, if the time zone gives another time for {@code date}; else null
 * @param modified never null
 */
public record ItemDates(Instant date, boolean hasFixedDate, LocalDateTime shown, Instant modified) {

    static ItemDates of(WxrItem item, ZoneId zone, Instant now) {
        var date = either(item.dateGmt(), item.date(), zone);
        var modified = either(item.modifiedGmt(), item.modified(), zone);
        if (modified == null) {
            modified = date == null || date.isAfter(now) ? now : date;
        }
        return new ItemDates(date, item.dateGmt() != null, shown(item, zone), modified);
    }

    private static LocalDateTime shown(WxrItem item, ZoneId zone) {
        var shown = item.date();
        return shown == null || item.dateGmt() == null || shown.equals(LocalDateTime.ofInstant(item.dateGmt(), zone))
                ? null
                : shown;
    }

    static Instant either(Instant utc, LocalDateTime local, ZoneId zone) {
        if (utc != null) {
            return utc;
        }
        return local == null ? null : local.atZone(zone).toInstant();
    }
}
