package io.masthead.wp.openapi;

import io.masthead.wp.openapi.OperationNames.Verb;
import io.masthead.wp.rest.Endpoint;
import io.masthead.wp.rest.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one method of a route takes and answers. */
final class OperationDocument {

    private static final String JSON = "application/json";

    private final Route<?> route;
    private final PathTemplate path;
    private final Endpoint<?> endpoint;
    private final PathTemplate item;
    private final Components components;
    private final Verb verb;
    private final OperationNames names;

    /**
     * @param item the address of one of the things that the route lists; null where it lists none
     *     or they lie elsewhere, as what a search finds does
     */
    OperationDocument(
            Route<?> route, PathTemplate path, Endpoint<?> endpoint, PathTemplate item, Components components) {
        this.route = route;
        this.path = path;
        this.endpoint = endpoint;
        this.item = item;
        this.components = components;
        this.verb = verb();
        this.names = new OperationNames(path, verb);
    }

    private Verb verb() {
        return switch (method()) {
            case "GET" -> item == null && !isPaged() ? Verb.GET : Verb.LIST;
            case "DELETE" -> Verb.DELETE;
            default -> endpoint.methods().size() == 1 ? Verb.CREATE : Verb.UPDATE;
        };
    }

    private String method() {
        return endpoint.methods().get(0);
    }

    private boolean isRead() {
        return method().equals("GET");
    }

    Map<String, Object> build() {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("tags", List.of(OperationNames.tag(path)));
        operation.put("summary", names.summary());
        operation.put("description", description());
        operation.put("operationId", names.id());
        operation.put("parameters", parameters());
        if (method().equals("POST")) {
            operation.put("requestBody", body());
        }
        operation.put("responses", responses());
        operation.put("security", security());
        return operation;
    }

    private String description() {
        var sentences = new ArrayList<String>();
        if (verb == Verb.UPDATE) {
            sentences.add("PUT and PATCH do the same: what is not sent stays as it is.");
        }
        if (route.batchable() && !isRead()) {
            sentences.add("Can be an item of a batch.");
        }
        sentences.add("Parameters that do not exist are ignored.");
        return String.join(" ", sentences);
    }

    private List<Object> parameters() {
        var parameters = new ArrayList<Object>();
        path.variables().forEach((name, pattern) -> parameters.add(variable(name, pattern)));
        if (!method().equals("POST")) {
            endpoint.arguments().forEach((name, argument) -> {
                if (!path.variables().containsKey(name)) {
                    parameters.add(parameter(name, argument.isRequired(), SchemaTranslation.ofArgument(argument)));
                }
            });
        }
        if (isUpload()) {
            parameters.addAll(UploadDocument.parameters());
        }
        parameters.add(Components.parameter("Fields"));
        parameters.add(Components.parameter("Envelope"));
        if (isRead()) {
            parameters.add(Components.parameter("Embed"));
            parameters.add(Components.parameter("IfNoneMatch"));
        }
        return parameters;
    }

    private Map<String, Object> variable(String name, String pattern) {
        var argument = endpoint.arguments().get(name);
        var schema = argument == null
                ? new LinkedHashMap<String, Object>(Map.of("type", "string"))
                : SchemaTranslation.ofArgument(argument);
        if (!"integer".equals(schema.get("type"))) {
            schema.put("pattern", pattern);
        }
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", "path");
        parameter.put("required", true);
        SchemaTranslation.described(name, schema);
        parameter.put("description", schema.remove("description"));
        schema.remove("default");
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> parameter(String name, boolean required, Map<String, Object> schema) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put("in", "query");
        if (required) {
            parameter.put("required", true);
        }
        SchemaTranslation.described(name, schema);
        parameter.put("description", schema.remove("description"));
        if ("array".equals(schema.get("type"))) {
            parameter.put("explode", false);
        }
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> body() {
        var id = names.id();
        var schema = SchemaTranslation.ofArguments(
                endpoint.arguments(), path.variables().keySet());
        schema.put("description", "What is sent to: " + names.summary() + ".");
        if (isUpload()) {
            return UploadDocument.body(schema, components);
        }
        var ref = components.schema(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Input", schema);
        var content = new LinkedHashMap<String, Object>();
        for (var type : List.of(JSON, "application/x-www-form-urlencoded", "multipart/form-data")) {
            content.put(type, Map.of("schema", ref));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("required", schema.containsKey("required"));
        body.put("content", content);
        return body;
    }

    private Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        var success = new LinkedHashMap<String, Object>();
        success.put("description", success());
        success.put("headers", headers());
        success.put("content", Map.of(JSON, Map.of("schema", answer())));
        responses.put(status(), success);
        if (isRead()) {
            responses.put("304", Components.response("NotModified"));
        }
        responses.put("400", Components.response("BadRequest"));
        responses.put("401", Components.response("Unauthorized"));
        responses.put("403", Components.response("Forbidden"));
        responses.put("404", Components.response("NotFound"));
        if (verb == Verb.CREATE && path.words().contains("comments")) {
            responses.put("409", Components.response("Duplicate"));
        }
        if (verb == Verb.DELETE) {
            responses.put("410", Components.response("Gone"));
        }
        if (method().equals("POST")) {
            responses.put("408", Components.response("BodyTooSlow"));
            responses.put("413", Components.response("BodyTooLarge"));
            responses.put("415", Components.response("UnknownType"));
        }
        responses.put("414", Components.response("AddressTooLong"));
        responses.put("429", Components.response("TooManyAttempts"));
        responses.put("431", Components.response("HeadersTooLong"));
        responses.put("500", Components.response("Failure"));
        if (verb == Verb.DELETE) {
            responses.put("501", Components.response("NotSupported"));
        }
        responses.put("503", Components.response("Unavailable"));
        if (isUpload()) {
            responses.put("412", Components.response("HashMismatch"));
        }
        if (isUpload() || (status().equals("201") && names.isAction())) {
            responses.put("507", Components.response("StorageFull"));
        }
        return responses;
    }

    /** What is taken away again was created; an autosave, for example, is not. */
    private String status() {
        if (verb != Verb.CREATE) {
            return "200";
        }
        if (names.isAction()) {
            return names.id().startsWith("edit") ? "201" : "200";
        }
        if (item == null) {
            return names.id().endsWith("Batch") ? "207" : "200";
        }
        return components.canBeDeleted(item) ? "201" : "200";
    }

    private String success() {
        return switch (status()) {
            case "201" -> "Created; this is what is there now.";
            case "207" -> "What came of each.";
            default ->
                switch (verb) {
                    case LIST -> "Those on this page.";
                    case GET -> "What is there.";
                    case DELETE -> "What was there, or what is in the trash now.";
                    default -> "What is there now.";
                };
        };
    }

    private Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put("Allow", Components.header("Allow"));
        if (isRead()) {
            headers.put("ETag", Components.header("ETag"));
            headers.put("Cache-Control", Components.header("CacheControl"));
            headers.put("Surrogate-Key", Components.header("SurrogateKey"));
            headers.put("Cache-Tag", Components.header("CacheTag"));
            headers.put("Vary", Components.header("Vary"));
        }
        if (isPaged()) {
            headers.put("X-WP-Total", Components.header("Total"));
            headers.put("X-WP-TotalPages", Components.header("TotalPages"));
            headers.put("Link", Components.header("Link"));
        }
        if (status().equals("201")) {
            headers.put("Location", Components.header("Location"));
        }
        return headers;
    }

    /** Whether the body may be a file. */
    private boolean isUpload() {
        return verb == Verb.CREATE && path.words().equals(List.of("media"));
    }

    private boolean isPaged() {
        return endpoint.arguments().containsKey("per_page");
    }

    private Map<String, Object> answer() {
        if (names.isAction()) {
            return Components.ref("schemas", "Attachment");
        }
        if (route.schema() == null) {
            return Components.ordered("type", "object", "additionalProperties", true);
        }
        var one = components.schema(Components.nameOf(route.schema()), SchemaTranslation.ofResource(route.schema()));
        var answer = new LinkedHashMap<String, Object>();
        if (verb == Verb.DELETE) {
            answer.put("anyOf", List.of(Components.ref("schemas", "Deletion"), one));
            return answer;
        }
        if (verb != Verb.LIST) {
            return one;
        }
        if (isKeyed()) {
            answer.put("type", "object");
            answer.put("additionalProperties", one);
        } else {
            answer.put("type", "array");
            answer.put("items", one);
        }
        return answer;
    }

    /** Kinds of things are listed by their names: types, taxonomies, statuses. */
    private boolean isKeyed() {
        var words = path.words();
        return item != null
                && item.variables()
                        .containsKey(OperationNames.singular(words.get(words.size() - 1))
                                .replaceFirst(".*-", ""));
    }

    private List<Object> security() {
        var security = new ArrayList<Object>();
        if (isRead() || endpoint.permission() == Endpoint.Permission.EVERYBODY) {
            security.add(Map.of());
        }
        security.add(Map.of(Components.BASIC, List.of()));
        security.add(Map.of(Components.BEARER, List.of()));
        return security;
    }
}
