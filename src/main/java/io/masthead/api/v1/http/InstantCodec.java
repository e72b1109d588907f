package io.masthead.api.v1.http;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants on the wire: ISO 8601 with a zone, from year 1 to 9999, kept to the microsecond. */
public final class InstantCodec {

    static final String ALLOWED = "an ISO 8601 time with a zone, such as 2026-11-22T08:30:00Z";

    private InstantCodec() {}

    static Optional<Instant> find(String text) {
        try {
            var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < 1 || time.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time in a body. */
    public static Patch<Instant> read(String field, Patch<String> text) {
        return text.map(value -> find(value)
                .orElseThrow(
                        () -> CmsException.field(field, "invalid_time", "'%s' must be %s.".formatted(field, ALLOWED))));
    }
}
