package io.masthead.wp.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is said of a group beside the replay: how many exchanges are equal at least, and which
 * differences are meant. The package tells how it is written.
 */
final class GroupRules {

    private static final Path FOLDER = Path.of("src/test/resources/io/masthead/wp/conformance");
    private static final String EVERY_GROUP = "every-group";
    private static final Pattern RANGE = Pattern.compile("([\\w-]+)/(\\d+)(?:-(\\d+))?");

    private final int floor;
    private final List<Difference> differences;

    private GroupRules(int floor, List<Difference> differences) {
        this.floor = floor;
        this.differences = differences;
    }

    static GroupRules of(String group) {
        var own = read(lines(group));
        var shared = read(lines(EVERY_GROUP));
        var both = new ArrayList<>(own.differences);
        both.addAll(shared.differences);
        return new GroupRules(own.floor, both);
    }

    /**
     * @throws IllegalArgumentException for a line that is not understood, which would else excuse
     *     more or less than its writer meant
     */
    static GroupRules read(List<String> lines) {
        int floor = 0;
        var differences = new ArrayList<Difference>();
        for (var line : lines) {
            var text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            var word = text.split("\\s+", 2);
            if (word.length < 2) {
                throw new IllegalArgumentException("Not understood: " + line);
            }
            switch (word[0]) {
                case "floor" -> floor = Integer.parseInt(word[1]);
                case "difference" -> differences.add(new Difference(word[1], "", new ArrayList<>(), new ArrayList<>()));
                case "because" -> {
                    var last = differences.remove(differences.size() - 1);
                    differences.add(new Difference(
                            last.name(), (last.because() + " " + word[1]).strip(), last.exchanges(), last.places()));
                }
                case "in" -> {
                    for (var one : word[1].split("\\s+", -1)) {
                        differences.get(differences.size() - 1).exchanges().add(exchanges(one));
                    }
                }
                case "at" -> differences.get(differences.size() - 1).places().add(place(word[1]));
                default -> throw new IllegalArgumentException("Not understood: " + line);
            }
        }
        for (var one : differences) {
            if (one.because().isEmpty()
                    || one.exchanges().isEmpty()
                    || one.places().isEmpty()) {
                throw new IllegalArgumentException("It takes because, in and at: difference " + one.name());
            }
        }
        return new GroupRules(floor, differences);
    }

    int floor() {
        return floor;
    }

    List<Difference> differences() {
        return differences;
    }

    /** Writes a number that was reached, so that it holds from now on. */
    static void raise(String group, int reached) {
        var lines = new ArrayList<>(lines(group));
        lines.removeIf(line -> line.startsWith("floor "));
        lines.add(0, "floor " + reached);
        try {
            Files.createDirectories(FOLDER);
            Files.write(file(group), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<Exchange> exchanges(String word) {
        if (word.equals("*")) {
            return exchange -> true;
        }
        if (word.startsWith("/")) {
            var path = Glob.ofPath(word);
            return exchange -> path.test(exchange.path());
        }
        var range = RANGE.matcher(word);
        if (!range.matches()) {
            throw new IllegalArgumentException("Neither exchanges nor a path: " + word);
        }
        var group = range.group(1);
        int first = Integer.parseInt(range.group(2));
        int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
        return exchange -> {
            var id = exchange.id();
            int number = Integer.parseInt(id.substring(id.indexOf('/') + 1));
            return id.startsWith(group + "/") && first <= number && number <= last;
        };
    }

    private static Difference.Place place(String text) {
        var parts = text.split(" = ", 2);
        return new Difference.Place(
                Glob.ofPlace(parts[0]),
                Glob.ofValue(parts.length == 2 ? parts[1] : "**"),
                parts.length == 2 && !parts[1].contains("*"));
    }

    private static Path file(String group) {
        return FOLDER.resolve(group + ".txt");
    }

    private static List<String> lines(String group) {
        try {
            return Files.exists(file(group)) ? Files.readAllLines(file(group)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
