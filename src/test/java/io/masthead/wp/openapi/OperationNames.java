package io.masthead.wp.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an operation is called, by machines and by people. */
final class OperationNames {

    /** What an operation does to what lies at its address. */
    enum Verb {
        LIST,
        GET,
        CREATE,
        UPDATE,
        DELETE
    }

    /** What the last words of some addresses do with the thing before them, in an id and in a summary. */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "edit", List.of("edit", "Edit"),
            "post-process", List.of("process", "Make the missing sizes of"));

    private final PathTemplate path;
    private final Verb verb;

    OperationNames(PathTemplate path, Verb verb) {
        this.path = path;
        this.verb = verb;
    }

    /** As in {@code listPostRevisions}. */
    String id() {
        var words = isAction() ? singular(path.words().get(0)) : noun();
        var id = new StringBuilder(isAction() ? action().get(0) : verb.name().toLowerCase(Locale.ROOT));
        for (var word : words.split("[ -]", -1)) {
            id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return id.toString();
    }

    /** As in {@code List post revisions} or {@code Get a post}. */
    String summary() {
        if (isAction()) {
            return action().get(1) + " a " + singular(path.words().get(0));
        }
        var what = isOne() ? article() + noun() : verb == Verb.LIST ? noun() : "the " + noun();
        return switch (verb) {
                    case LIST -> "List ";
                    case GET -> "Get ";
                    case CREATE -> "Create ";
                    case UPDATE -> "Update ";
                    case DELETE -> "Delete ";
                }
                + what;
    }

    /** Whether the address does something with a thing, and is none itself. */
    boolean isAction() {
        return !path.words().isEmpty() && action() != null;
    }

    private List<String> action() {
        return ACTIONS.get(path.words().get(path.words().size() - 1));
    }

    private String article() {
        return "aeio".indexOf(noun().charAt(0)) >= 0 ? "an " : "a ";
    }

    /** Things that belong together, by the first word of their addresses. */
    static String tag(PathTemplate path) {
        var words = path.words();
        if (words.isEmpty()) {
            return "Site";
        }
        if (words.get(0).startsWith("public-")) {
            return "Public menus";
        }
        return words.get(0).substring(0, 1).toUpperCase(Locale.ROOT)
                + words.get(0).substring(1);
    }

    private boolean isOne() {
        return path.isOfOne() || verb == Verb.CREATE;
    }

    private String noun() {
        var words = path.words();
        if (words.isEmpty()) {
            return path.path().equals("/") ? "index" : "namespace";
        }
        int last = words.size() - 1;
        var noun = new StringBuilder();
        for (var above : words.subList(0, last)) {
            noun.append(singular(above)).append(' ');
        }
        noun.append(isOne() ? singular(words.get(last)) : words.get(last));
        return noun.toString().replace('-', ' ');
    }

    static String singular(String word) {
        for (var ending : List.of("ies", "uses", "s")) {
            if (word.endsWith(ending)) {
                var stem = word.substring(0, word.length() - ending.length());
                return switch (ending) {
                    case "ies" -> stem + "y";
                    case "uses" -> stem + "us";
                    default -> stem;
                };
            }
        }
        return word.equals("media") ? "medium" : word;
    }
}
