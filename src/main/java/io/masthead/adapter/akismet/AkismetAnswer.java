package io.masthead.adapter.akismet;

import io.masthead.platform.outbound.HeaderDelay;
import java.time.Clock;
import java.time.Duration;
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

    /** The delay in a header, in seconds or as a date. */
    Optional<Duration> delay(String name, Clock clock) {
        return header(name).flatMap(value -> HeaderDelay.parse(value, clock.instant()));
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
}
