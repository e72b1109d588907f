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

    /** Null if absent, empty or 0. */
    Long id(String name) throws WxrFormatException {
        long id = number(name, 0, Long.MAX_VALUE);
        return id == 0 ? null : id;
    }

    /** 0 if absent or empty. */
    int number(String name) throws WxrFormatException {
        return (int) number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long number(String name, long least, long most) throws WxrFormatException {
        var text = line(name);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw badNumber(name, text, e);
        }
        throw badNumber(name, text, null);
    }

    private WxrFormatException badNumber(String name, String text, NumberFormatException cause) {
        return new WxrFormatException(
                values.get(name).end(),
                "%s should be a whole number, but is \"%s\".".formatted(name, shortened(text)),
                cause);
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
