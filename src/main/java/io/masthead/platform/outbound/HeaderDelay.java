package io.masthead.platform.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A delay in a header such as Retry-After, in seconds or as a date (RFC 9110 section 10.2.3). */
public final class HeaderDelay {

    private HeaderDelay() {}

    /** Empty if it is neither, or not in the future. */
    public static Optional<Duration> parse(String value, Instant now) {
        var text = value.strip();
        return (text.matches("[0-9]{1,7}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : untilDate(text, now))
                .filter(delay -> !delay.isNegative() && !delay.isZero());
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
