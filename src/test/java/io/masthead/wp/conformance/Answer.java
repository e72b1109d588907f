package io.masthead.wp.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What we answer, as if we were where the recorded site was. */
record Answer(int status, Map<String, String> headers, String text) {

    /** A status that no server gives: there was no answer. */
    static final int NONE = 0;

    static Answer of(int status, Map<String, List<String>> headers, String text, String ourHost) {
        var moved = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> moved.put(name, move(String.join(", ", values), ourHost)));
        return new Answer(status, moved, move(text, ourHost));
    }

    static Answer none(String why) {
        return new Answer(NONE, Map.of(), why);
    }

    private static String move(String text, String ourHost) {
        return text.replace(ourHost, Recordings.HOST)
                .replace(ourHost.replace(":", "%3A"), Recordings.HOST.replace(":", "%3A"));
    }

    /** The body as JSON, a text in the form the recordings give it; missing where there is none. */
    JsonNode body() {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        if (headers.getOrDefault("Content-Type", "").contains("json")) {
            try {
                return Recordings.JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return asText(); // called JSON and none: shown as it is
            }
        }
        return asText();
    }

    private JsonNode asText() {
        return JsonNodeFactory.instance.objectNode().put("__text", text);
    }
}
