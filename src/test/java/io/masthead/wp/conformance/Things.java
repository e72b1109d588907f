package io.masthead.wp.conformance;

import java.util.Map;
import java.util.regex.Pattern;

/** What an id can be of; each kind has numbers of its own. */
enum Things {
    CONTENT,
    TERMS,
    COMMENTS,
    USERS;

    private static final Map<String, Things> COLLECTIONS = Map.of(
            "categories", TERMS,
            "tags", TERMS,
            "comments", COMMENTS,
            "users", USERS);
    private static final Map<String, Things> FIELDS = Map.ofEntries(
            Map.entry("author", USERS),
            Map.entry("post", CONTENT),
            Map.entry("featured_media", CONTENT),
            Map.entry("categories", TERMS),
            Map.entry("tags", TERMS),
            Map.entry("term_id", TERMS),
            Map.entry("comment", COMMENTS),
            Map.entry("p", CONTENT),
            Map.entry("page_id", CONTENT),
            Map.entry("attachment_id", CONTENT),
            Map.entry("cat", TERMS));
    private static final Pattern COLLECTION = Pattern.compile("/wp/v2/([a-z_-]+)");

    /** What a route lists, or is of. */
    static Things ofRoute(String path) {
        var found = COLLECTION.matcher(path);
        return found.find() ? ofCollection(found.group(1)) : CONTENT;
    }

    static Things ofCollection(String name) {
        return COLLECTIONS.getOrDefault(name, CONTENT);
    }

    /** What a field or parameter of this name holds ids of, in something that is of a kind. */
    static Things ofField(String name, Things holder) {
        return FIELDS.getOrDefault(name, holder);
    }
}
