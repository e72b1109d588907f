package io.masthead.imports.wxr;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;

/** The plain values of a record of the file, by name; of repeated ones the first is kept. */
final class Fields {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private static final long MAX_ID = Long.MAX_VALUE;

    private final Map<String, Field> values = new HashMap<>();
    private final WxrHandler handler;

    /** The handler receives warnings about dropped values. */
    Fields(WxrHandler handler) {
        this.handler = handler;
    }

    /** Reads the element that the cursor has entered. */
    void read(XmlCursor xml) throws IOException {
        var name = xml.name();
        if (values.containsKey(name)) {
            xml.skip();
            return;
        }
        var text = xml.text();
        values.put(name, new Field(text, xml.location()));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Unchanged; empty if absent. */
    String raw(String name) {
        var field = values.get(name);
        return field == null ? "" : field.text();
    }

    /** Without surrounding blanks; empty if absent. */
    String line(String name) {
        return raw(name).strip();
    }

    /** As {@link #line}, or the default if it is empty. */
    String line(String name, String otherwise) {
        var line = line(name);
        return line.isEmpty() ? otherwise : line;
    }

    /** As {@link #number}; null if absent, empty, not positive, or too large for any id. */
    Long id(String name) {
        long id = number(name, 0, MAX_ID);
        return id == 0 || id == MAX_ID ? null : id;
    }

    /**
     * 0 if absent or empty; otherwise as PHP's {@code intval} reads it, which WordPress' importer calls, with a warning
     * if that loses something.
     */
    int number(String name) {
        return (int) number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long number(String name, long least, long most) {
        var text = line(name);
        if (text.isEmpty()) {
            return 0;
        }
        long number = Math.min(Math.max(PhpInteger.of(text), least), most);
        if (!PhpInteger.isWritten(number, text)) {
            handler.warning(
                    values.get(name).end(),
                    number == MAX_ID
                            ? "%s is too large and was left out: \"%s\".".formatted(name, shortened(text))
                            : "%s was read as %d: \"%s\".".formatted(name, number, shortened(text)));
        }
        return number;
    }

    /** Null if absent, empty, {@code 0000-00-00 00:00:00}, or not a date, with a warning. */
    LocalDateTime date(String name) {
        var text = line(name);
        // "-0001-11-30" is what PHP makes of a zero date in another time zone.
        if (text.isEmpty() || text.startsWith("0000-00-00") || text.startsWith("-0001-11-")) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, text.indexOf('T') < 0 ? DATE : DateTimeFormatter.ISO_DATE_TIME);
        } catch (DateTimeParseException e) {
            handler.warning(
                    values.get(name).end(),
                    "%s is not a date and was left out: \"%s\".".formatted(name, shortened(text)));
            return null;
        }
    }

    /** As {@link #date}, in UTC. */
    Instant instant(String name) {
        var date = date(name);
        return date == null ? null : date.toInstant(ZoneOffset.UTC);
    }

    /** The date in the form of RSS (RFC 1123); null if absent or not a date, without a warning. */
    Instant rssDate(String name) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(line(name)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private record Field(String text, Location end) {}
}
