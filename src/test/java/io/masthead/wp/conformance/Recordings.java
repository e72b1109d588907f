package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The folder with what was recorded, and the content on which it was. */
final class Recordings {

    static final String FOLDER = "masthead.conformance";
    static final String GROUPS = "masthead.conformance.group";

    /** Where the recorded site was. */
    static final String HOST = "127.0.0.1:18100";

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern WRITTEN = Pattern.compile("created=\"(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)\"");

    private final Path folder;

    private Recordings(Path folder) {
        this.folder = folder;
    }

    static Recordings beside() {
        return new Recordings(Path.of(System.getProperty(FOLDER, "../shared/wordpress")));
    }

    Path folder() {
        return folder;
    }

    boolean areThere() {
        return Files.isDirectory(folder.resolve("golden")) && Files.isReadable(export());
    }

    Path export() {
        return folder.resolve("oracle-seed.wxr.xml");
    }

    String exportText() {
        return text(export());
    }

    /** All groups, or those that are asked for. */
    List<String> groups() {
        var asked = System.getProperty(GROUPS, "");
        return asked.isBlank()
                ? all()
                : Arrays.stream(asked.split("[,\\s]+", -1)).toList();
    }

    private List<String> all() {
        try (var files = Files.list(folder.resolve("golden"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.substring(0, name.length() - ".jsonl".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Exchange> group(String name) {
        var exchanges = new ArrayList<Exchange>();
        for (var line : text(file(name)).split("\n", -1)) {
            if (!line.isBlank()) {
                exchanges.add(new Exchange(json(line)));
            }
        }
        return exchanges;
    }

    /** The names of ids, as {@code posts.public}. */
    Map<String, JsonNode> names() {
        var names = new TreeMap<String, JsonNode>();
        json(text(folder.resolve("seed.json")))
                .properties()
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(one -> names.put(kind.getKey() + "." + one.getKey(), one.getValue())));
        return names;
    }

    /** When the content was complete; what bears a later time was made while recording. */
    Instant seededAt() {
        var written = WRITTEN.matcher(exportText());
        if (!written.find()) {
            throw new IllegalStateException("The export does not say when it was written");
        }
        return instant(written.group(1) + "T" + written.group(2) + ":00");
    }

    /** When the group was recorded, as far as its answers tell. */
    Instant recordedAt(String group) {
        var seeded = seededAt();
        var dayLater = seeded.plusSeconds(86_400);
        return TIME.matcher(text(file(group)))
                .results()
                .map(found -> instant(found.group()))
                .filter(time -> time.isAfter(seeded) && time.isBefore(dayLater))
                .min(Instant::compareTo)
                .orElse(seeded);
    }

    /** A time without an offset, in UTC as all of the recorded site. */
    static Instant instant(String time) {
        try {
            return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH; // as the 30th of February, which the recordings ask for
        }
    }

    private Path file(String group) {
        return folder.resolve("golden").resolve(group + ".jsonl");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
