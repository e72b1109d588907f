package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Knows which of our new things stands for which recorded one. An id, or a UUID, that the seed does
 * not have may be another one here, but the same one throughout a group.
 */
final class NewThings {

    private static final Map<String, Things> KINDS = Map.of(
            "posts", Things.CONTENT,
            "pages", Things.CONTENT,
            "media", Things.CONTENT,
            "terms", Things.TERMS,
            "comments", Things.COMMENTS,
            "users", Things.USERS);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<Things, Long> lastSeeded = new EnumMap<>(Things.class);
    private final Map<String, String> ours = new HashMap<>();
    private final Map<String, String> theirs = new HashMap<>();

    NewThings(Map<String, JsonNode> seeded) {
        seeded.forEach((name, id) ->
                lastSeeded.merge(KINDS.get(name.substring(0, name.indexOf('.'))), id.asLong(), Math::max));
    }

    /** Whether these are the same thing, which two new ones become when they first meet. */
    boolean same(Things kind, long recorded, long actual) {
        if (recorded == actual) {
            return true;
        }
        long last = lastSeeded.getOrDefault(kind, Long.MAX_VALUE);
        return recorded > last && actual > last && meet(kind + " " + recorded, kind + " " + actual);
    }

    boolean sameUuid(String recorded, String actual) {
        return UUID.matcher(recorded).matches() && UUID.matcher(actual).matches() && meet(recorded, actual);
    }

    private boolean meet(String recorded, String actual) {
        var known = ours.putIfAbsent(recorded, actual);
        var back = theirs.putIfAbsent(actual, recorded);
        return (known == null || known.equals(actual)) && (back == null || back.equals(recorded));
    }
}
