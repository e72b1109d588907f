package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request of the recordings and its answer. */
record Exchange(JsonNode line) {

    private static final String LAB = "x-lab-";

    String id() {
        return line.get("id").asText();
    }

    String role() {
        return line.get("role").asText();
    }

    String method() {
        return line.get("method").asText();
    }

    /** As it was asked: a few have a query of their own. */
    String path() {
        return line.get("path").asText();
    }

    /** The query in the form in which it was sent; empty where there was none. */
    String query() {
        return line.path("query").asText("");
    }

    /** A part of the request with names in place of ids; the part itself where it has none. */
    JsonNode template(String part) {
        return line.has(part + "_tpl") ? line.get(part + "_tpl") : line.path(part);
    }

    /** Missing where there was none. */
    JsonNode body() {
        return line.hasNonNull("req_body") ? line.get("req_body") : MissingNode.getInstance();
    }

    Map<String, String> requestHeaders() {
        return headers("req_headers");
    }

    /** Switched the recorded site; not part of the request. */
    static boolean isSwitch(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(LAB);
    }

    boolean switches(String header) {
        return requestHeaders().containsKey(header);
    }

    /** What later requests call by a name, and where in the answer it stands. */
    Map<String, String> saves() {
        var saves = new LinkedHashMap<String, String>();
        line.path("save")
                .properties()
                .forEach(one -> saves.put(one.getKey(), one.getValue().asText()));
        return saves;
    }

    int status() {
        return line.get("status").asInt();
    }

    Map<String, String> headers() {
        return headers("resp_headers");
    }

    JsonNode answer() {
        return line.path("resp_body");
    }

    /** Of a header that was sent more than once all values, in one line. */
    private static String value(JsonNode header) {
        return header.isArray()
                ? header.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : header.asText();
    }

    private Map<String, String> headers(String part) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        line.path(part).properties().forEach(one -> headers.put(one.getKey(), value(one.getValue())));
        return headers;
    }
}
