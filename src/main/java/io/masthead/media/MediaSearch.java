package io.masthead.media;

import java.util.List;
import java.util.Set;

/**
 * What somebody looks for in what is said of files; case does not count.
 *
 * @param words each must be there
 * @param excluded none may be there
 * @param fields where to look
 * @param whole whether a word must be all that a field holds
 */
public record MediaSearch(List<String> words, List<String> excluded, Set<Field> fields, boolean whole) {

    /** What of a file can be searched. */
    public enum Field {
        TITLE("m.title"),
        CAPTION("m.caption"),
        DESCRIPTION("m.description");

        private final String path;

        Field(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}
