package io.masthead.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI document, read for its rules.
 *
 * @param root the whole of it
 */
public record ApiDocument(JsonNode root) {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    public static ApiDocument at(Path file) {
        try {
            return new ApiDocument(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new IllegalStateException("The document is committed", e);
        }
    }

    /** By verb and path, as in {@code get /api/v1/posts}. */
    public Stream<Named> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        .map(verb -> named(verb.getKey() + " " + path.getKey(), verb.getValue())));
    }

    public List<Named> faulty(Predicate<Named> fault) {
        return operations().filter(fault).toList();
    }

    /** Of all operations. */
    public Stream<Named> parameters() {
        return operations()
                .flatMap(one -> one.parameters().stream()
                        .map(parameter ->
                                named(one.name() + " " + parameter.path("name").asText(), parameter)));
    }

    public Named named(String name, JsonNode node) {
        return new Named(
                name, node, items(node.path("parameters")).map(this::resolved).toList());
    }

    /** What a reference leads to; the node itself where it is none. */
    public JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : root.at(ref.substring(1));
    }

    public static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A part of the document, shown by its name where a rule is broken. */
    public record Named(String name, JsonNode node, List<JsonNode> parameters) {

        public boolean takes(String parameter) {
            return parameters.stream().anyMatch(one -> one.path("name").asText().equals(parameter));
        }

        /** The statuses that an operation names. */
        public Set<String> answers() {
            var statuses = new TreeSet<String>();
            node.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
