package io.masthead.adapter.akismet;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * A response of Akismet.
 *
 * @param headers by lower-case name
 */
record AkismetAnswer(int status, String body, Map<String, String> headers) {

    private static final int MAX_SHOWN = 80;

    boolean says(String word) {
        return status == 200 && body.strip().equals(word);
    }

    boolean begins(String words) {
        return status == 200 && body.strip().startsWith(words);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The delay in a header, in seconds or as a date (RFC 9110 section 10.2.3). */
    Optional<Duration> delay(String name, Clock clock) {
        return header(name)
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,7}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : untilDate(text, clock.instant()))
                .filter(delay -> !delay.isNegative() && !delay.isZero());
    }

    /** What is wrong, by Akismet's own words, for the log. */
    String complaint() {
        var said = header("x-akismet-debug-help")
                .or(() -> header("x-akismet-error"))
                .or(() -> header("x-akismet-alert-msg"))
                .orElse("");
        var shown = said.length() <= MAX_SHOWN ? said : said.substring(0, MAX_SHOWN);
        return "status " + status + (shown.isEmpty() ? "" : ", " + shown.replaceAll("\\R", " "));
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
