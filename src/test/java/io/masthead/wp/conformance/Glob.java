package io.masthead.wp.conformance;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Patterns of places and paths: {@code *} is one step, {@code **} any number of them. */
final class Glob {

    private static final Pattern WILD = Pattern.compile("\\[\\*]|\\*\\*|\\*");

    private Glob() {}

    /** Of places in an answer, whose steps end at dots and brackets. */
    static Predicate<String> ofPlace(String glob) {
        return matching(glob, "[^.\\[\\]]*");
    }

    /** Of paths, whose steps end at slashes. */
    static Predicate<String> ofPath(String glob) {
        return matching(glob, "[^/]*");
    }

    /** Of values, where either stands for any text. */
    static Predicate<String> ofValue(String glob) {
        return matching(glob, ".*");
    }

    private static Predicate<String> matching(String glob, String step) {
        var pattern = new StringBuilder();
        var wild = WILD.matcher(glob);
        int end = 0;
        while (wild.find()) {
            pattern.append(Pattern.quote(glob.substring(end, wild.start())));
            pattern.append(
                    switch (wild.group()) {
                        case "**" -> ".*";
                        case "*" -> step;
                        default -> "\\[\\d+]";
                    });
            end = wild.end();
        }
        pattern.append(Pattern.quote(glob.substring(end)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).asMatchPredicate();
    }
}
