package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the recorded answers tell of the content that an export does not carry. */
final class Seen {

    private final Recordings recordings;

    Seen(Recordings recordings) {
        this.recordings = recordings;
    }

    /** All users by id, with each field as it was first seen. */
    Map<Long, ObjectNode> users() {
        var users = new TreeMap<Long, ObjectNode>();
        long last = recordings.names().get("users.subscriber").asLong();
        collect("users", "/users", user -> user.path("id").asLong() <= last, users);
        return users;
    }

    /** The seeded comments by id, with each field as it was first seen. */
    Map<Long, ObjectNode> comments() {
        var comments = new TreeMap<Long, ObjectNode>();
        long last = recordings.names().get("comments.c_trashedpost").asLong();
        for (var group : new String[] {"comments-read", "comments-write"}) {
            collect(group, "/comments", comment -> comment.path("id").asLong() <= last, comments);
        }
        return comments;
    }

    /** The revisions of a post by id. */
    Map<Long, ObjectNode> revisions(long post) {
        var revisions = new TreeMap<Long, ObjectNode>();
        collect(
                "revisions-autosaves",
                "/posts/" + post + "/revisions",
                revision -> revision.path("parent").asLong() == post,
                revisions);
        return revisions;
    }

    /** The settings before anybody changed them. */
    JsonNode settings() {
        return recordings.group("settings").stream()
                .filter(one -> one.status() == 200 && one.answer().has("posts_per_page"))
                .map(Exchange::answer)
                .findFirst()
                .orElseThrow();
    }

    private void collect(String group, String route, Predicate<JsonNode> wanted, Map<Long, ObjectNode> found) {
        for (var exchange : recordings.group(group)) {
            if (exchange.status() != 200 || !exchange.path().contains(route)) {
                continue;
            }
            var answer = exchange.answer();
            for (var item : answer.isArray()
                    ? answer
                    : JsonNodeFactory.instance.arrayNode().add(answer)) {
                if (item.isObject() && item.has("id") && wanted.test(item)) {
                    var known =
                            found.computeIfAbsent(item.get("id").asLong(), id -> JsonNodeFactory.instance.objectNode());
                    add(known, item);
                }
            }
        }
    }

    /** A field that has more to it in the context of an editor gets that too. */
    private static void add(ObjectNode known, JsonNode item) {
        for (var field : item.properties()) {
            var before = known.get(field.getKey());
            if (before == null) {
                known.set(field.getKey(), field.getValue().deepCopy());
            } else if (before instanceof ObjectNode object && field.getValue().isObject()) {
                add(object, field.getValue());
            }
        }
    }
}
