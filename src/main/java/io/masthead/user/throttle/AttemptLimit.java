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

    /** Clocks of two nodes differ by less than this, in microseconds. */
    private static final long CLOCK_SKEW = 300_000_000;

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

    /**
     * How long, in microseconds, until one more attempt is free; 0 where it is.
     *
     * @param end when the count drains, in microseconds since 1970; null for an empty count
     */
    long waitFor(Long end, long now) {
        return end == null || isFromWrongClock(end, now) ? 0 : Math.max(0, end - tolerance() - now);
    }

    /** When the count drains once one more attempt is added; parameters as for {@link #waitFor}. */
    long add(Long end, long now) {
        return step() + (end == null || isFromWrongClock(end, now) ? now : Math.max(now, end));
    }

    /** No attempt can have moved the end that far; it would lock the owner out until then. */
    private boolean isFromWrongClock(long end, long now) {
        return end > now + reach() + CLOCK_SKEW;
    }

    /** Microseconds after which one more attempt is free. */
    long step() {
        return TimeUnit.MICROSECONDS.convert(window) / most;
    }

    /** How far ahead of now, in microseconds, the end of a count may lie for one more attempt. */
    private long tolerance() {
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
