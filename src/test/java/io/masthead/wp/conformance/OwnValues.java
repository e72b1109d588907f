package io.masthead.wp.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What we answer at the places where a difference is meant and its rule leaves our value open. It
 * is kept beside the rules, so that a regression behind a named difference is seen.
 *
 * <p>A line is {@code EXCHANGE DIFFERENCE PLACE = VALUE}. Times of the replay, secrets, UUIDs
 * and hashes in names of files are masked, long values are cut and end with a digest. A difference with many places in one
 * exchange has one line with their number and digest; {@code target/conformance/GROUP.own.txt}
 * lists them.
 */
final class OwnValues {

    /** If set, the files are written instead of compared. */
    static final String WRITE = "masthead.conformance.write";

    private static final Path FOLDER = Path.of("src/test/resources/io/masthead/wp/conformance/own-values");
    private static final Path TARGET = Path.of("target/conformance");

    private static final int LISTED_PLACES = 6;
    private static final int SHOWN_LENGTH = 160;
    private static final int DIGEST_LENGTH = 12;

    private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern HTTP_TIME =
            Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern RANDOM = Pattern.compile(
            "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}" + "|(?:\\w{4} ){5}\\w{4}" + "|(?<=nonce=)[0-9a-f]{10}"
                    // Of the bytes, in the name of a file: longer where a former replay has left a file.
                    + "|(?<=-)[0-9a-f]{12,64}(?=[-.])");

    private final Instant seededAt;

    /**
     * @param seededAt from this time on, and for a day, times are those of the replay
     */
    OwnValues(Instant seededAt) {
        this.seededAt = seededAt;
    }

    /** The lines of a group, in the order of its exchanges. */
    List<String> of(List<Outcome> outcomes) {
        var lines = new ArrayList<String>();
        for (var outcome : outcomes) {
            outcome.named()
                    .forEach((name, places) -> describe(outcome.exchange().id() + " " + name, places, lines));
        }
        return lines;
    }

    /** All places and values in full, for people. */
    void report(String group, List<Outcome> outcomes) {
        var lines = new ArrayList<String>();
        for (var outcome : outcomes) {
            outcome.named().forEach((name, places) -> {
                for (var place : places) {
                    lines.add(outcome.exchange().id() + " " + name + " " + masked(place));
                }
            });
        }
        write(TARGET.resolve(group + ".own.txt"), lines);
    }

    static List<String> kept(String group) {
        var file = FOLDER.resolve(group + ".txt");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void keep(String group, List<String> lines) {
        write(FOLDER.resolve(group + ".txt"), lines);
    }

    private void describe(String head, List<Deviation> places, List<String> lines) {
        var values = places.stream().map(this::masked).toList();
        if (values.size() > LISTED_PLACES) {
            lines.add("%s %d places %s".formatted(head, values.size(), digest(String.join("\n", values))));
            return;
        }
        for (var value : values) {
            lines.add(head + " " + shortened(value));
        }
    }

    private String masked(Deviation deviation) {
        var value = RANDOM.matcher(inOrder(deviation.actual())).replaceAll("RANDOM");
        value = ISO_TIME.matcher(value)
                .replaceAll(found ->
                        masked(found.group(), Recordings.instant(found.group().replace(' ', 'T'))));
        value = HTTP_TIME
                .matcher(value)
                .replaceAll(found -> masked(
                        found.group(),
                        ZonedDateTime.parse(found.group(), HTTP_DATE).toInstant()));
        return deviation.place() + " = " + value;
    }

    /** Fields of an object by name: how the database keeps it must make no difference. */
    private static String inOrder(String value) {
        if (!value.startsWith("{")) {
            return value;
        }
        try {
            var object = Recordings.JSON.readValue(value, TreeMap.class);
            return Recordings.JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            return value; // a text that begins so
        }
    }

    private String masked(String text, Instant time) {
        boolean ofReplay = !time.isBefore(seededAt) && time.isBefore(seededAt.plus(Duration.ofDays(1)));
        return ofReplay ? "NOW" : Matcher.quoteReplacement(text);
    }

    private static String shortened(String text) {
        var line = text.replace("\n", "\\n");
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "… " + digest(line);
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
