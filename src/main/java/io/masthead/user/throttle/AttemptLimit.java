package io.masthead.user.throttle;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * So many attempts at once, and then as many again over a time, evenly.
 *
 * @param most at least 1
 * @param window at least a second
 */
record AttemptLimit(int most, Duration window) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5}[smhd])");

    /**
     * @param text such as {@code 10/10m}
     * @throws IllegalArgumentException with a sentence that says how it must look
     */
    static AttemptLimit parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no limit such as 10/10m: attempts, and the time for them.");
        }
        return new AttemptLimit(Integer.parseInt(form.group(1)), duration(form.group(2)));
    }

    /** Microseconds after which one more attempt is free. */
    long step() {
        return TimeUnit.MICROSECONDS.convert(window) / most;
    }

    /** How far ahead of now, in microseconds, the end of a count may lie for one more attempt. */
    long tolerance() {
        return step() * (most - 1);
    }

    /** How far ahead of now, in microseconds, an attempt can bring the end of a count. */
    long reach() {
        return step() * most;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse((text.endsWith("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("The form allows durations only", e);
        }
    }
}
