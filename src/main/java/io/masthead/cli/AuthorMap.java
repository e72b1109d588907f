package io.masthead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Parses the mapping from authors of an export to users. */
final class AuthorMap {

    private AuthorMap() {}

    /**
     * @param choices each of the form {@code OLD=NEW}
     * @throws ParameterException for another form, or for an author who is listed twice
     */
    static Map<String, String> of(List<String> choices, CommandLine command) {
        var map = new LinkedHashMap<String, String>();
        for (var choice : choices) {
            var parts = choice.split("=", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new ParameterException(
                        command, "--map-author requires two logins as OLD=NEW, not \"%s\".".formatted(choice));
            }
            if (map.put(parts[0].strip(), parts[1].strip()) != null) {
                throw new ParameterException(
                        command, "--map-author has two users for \"%s\".".formatted(parts[0].strip()));
            }
        }
        return map;
    }
}
