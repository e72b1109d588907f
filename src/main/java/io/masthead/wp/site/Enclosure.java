package io.masthead.wp.site;

import io.masthead.post.Post;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that belongs to a post, such as an episode of a podcast.
 *
 * @param bytes how long it is; 0 where that is not known
 * @param mediaType as RFC 6838 names it
 */
record Enclosure(String url, long bytes, String mediaType) {

    /** The custom field in which WordPress notes such files: address, bytes and type in lines. */
    private static final String FIELD = "enclosure";

    private static final Pattern NOTE =
            Pattern.compile("\\s*(?<url>https?://\\S+)[ \\t]*\\R\\s*(?<bytes>\\d{0,18})[ \\t]*\\R"
                    + "\\s*(?<type>[\\w.+-]+/[\\w.+-]+)(?s:\\s.*)?");

    /** None where the field is not there or says something else. */
    static List<Enclosure> of(Post post) {
        var field = post.customFields().get(FIELD);
        var notes = field instanceof List<?> several ? several.stream() : Stream.ofNullable(field);
        return notes.flatMap(note -> read(note).stream()).toList();
    }

    private static Optional<Enclosure> read(Object note) {
        if (!(note instanceof String text)) {
            return Optional.empty();
        }
        var parts = NOTE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var bytes = parts.group("bytes");
        return Optional.of(
                new Enclosure(parts.group("url"), bytes.isEmpty() ? 0 : Long.parseLong(bytes), parts.group("type")));
    }
}
