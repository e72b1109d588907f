package io.masthead.wp.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parts of the document that several operations share. */
final class Components {

    static final String BASIC = "applicationPassword";
    static final String BEARER = "bearerToken";

    private final Set<String> deletable;
    private final Map<String, Object> schemas = new TreeMap<>();

    /**
     * @param deletable paths of what can be deleted
     */
    Components(Set<String> deletable) {
        this.deletable = deletable;
        schemas.put("Error", error());
        schemas.put("Deletion", deletion());
    }

    boolean canBeDeleted(PathTemplate path) {
        return deletable.contains(path.path());
    }

    static Map<String, Object> ref(String section, String name) {
        return Map.of("$ref", "#/components/" + section + "/" + name);
    }

    static Map<String, Object> parameter(String name) {
        return ref("parameters", name);
    }

    static Map<String, Object> header(String name) {
        return ref("headers", name);
    }

    static Map<String, Object> response(String name) {
        return ref("responses", name);
    }

    /** Several routes may show the same thing. */
    Map<String, Object> schema(String name, Map<String, Object> schema) {
        schema.putIfAbsent("description", "As WordPress' clients know it.");
        schemas.putIfAbsent(name, schema);
        return ref("schemas", name);
    }

    /** The title of a document, as in {@code PostRevision}. */
    static String nameOf(Map<String, Object> document) {
        var name = new StringBuilder();
        for (var word : document.get("title").toString().split("[^A-Za-z0-9]+", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    Map<String, Object> build() {
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", schemas);
        components.put("parameters", parameters());
        components.put("headers", headers());
        components.put("responses", responses());
        components.put("securitySchemes", securitySchemes());
        return components;
    }

    private static Map<String, Object> error() {
        var data = object("What a program may want to know beside.");
        data.put("required", List.of("status"));
        data.put(
                "properties",
                ordered(
                        "status",
                        typed("integer", "The status of the answer, once more."),
                        "params",
                        Map.of("description", "Which parameters are at fault, and why."),
                        "details",
                        ordered(
                                "description",
                                "The same with codes, by parameter; a list where there are none.",
                                "anyOf",
                                List.of(
                                        Map.of("type", "object"),
                                        Components.ordered("type", "array", "items", Map.of())))));
        data.put("additionalProperties", true);
        var error = object("A refusal.");
        error.put("required", List.of("code", "message"));
        error.put(
                "properties",
                ordered(
                        "code",
                        typed("string", "What programs tell refusals apart by."),
                        "message",
                        typed("string", "A sentence for people."),
                        "data",
                        data));
        return error;
    }

    private static Map<String, Object> deletion() {
        var deletion = object("What is gone for good.");
        deletion.put("required", List.of("deleted"));
        deletion.put(
                "properties",
                ordered(
                        "deleted",
                        typed("boolean", "Always true."),
                        "previous",
                        object("What it was."),
                        "count",
                        typed("integer", "How many there were, where several went at once.")));
        return deletion;
    }

    private static Map<String, Object> parameters() {
        return ordered(
                "Embed",
                shared(
                        "_embed",
                        "query",
                        "Puts what `_links` leads to into the answer: all of it, or the relations"
                                + " between commas."),
                "Envelope",
                shared("_envelope", "query", "Answers 200 with body, status and headers inside."),
                "Fields",
                shared("_fields", "query", "Only these fields, between commas; `title.rendered` reaches into one."),
                "IfNoneMatch",
                shared("If-None-Match", "header", "The ETag of an answer that is still there."));
    }

    private static Map<String, Object> shared(String name, String place, String description) {
        return ordered("name", name, "in", place, "description", description, "schema", string());
    }

    private static Map<String, Object> headers() {
        return ordered(
                "Allow",
                header("The methods that this caller may use here.", "string"),
                "CacheControl",
                header("`public` with times where everybody gets this, else `private`.", "string"),
                "CacheTag",
                header("The tags of `Surrogate-Key`, between commas.", "string"),
                "ETag",
                header("Names this state of the answer.", "string"),
                "Link",
                header("The pages before and after, as `prev` and `next`.", "string"),
                "Location",
                header("Where it is now.", "string"),
                "SurrogateKey",
                header(
                        "The cache tags of all that is shown, between blanks, by which a CDN can purge the answer;"
                                + " missing where it depends on the caller.",
                        "string"),
                "Total",
                header("How many there are, over all pages, for this caller.", "integer"),
                "TotalPages",
                header("How many pages those make.", "integer"),
                "Vary",
                header("The headers of the request on which the answer depends.", "string"));
    }

    private static Map<String, Object> header(String description, String type) {
        return ordered("description", description, "schema", Map.of("type", type));
    }

    private static Map<String, Object> responses() {
        return ordered(
                "AddressTooLong",
                Map.of(
                        "description",
                        "The address with its query is longer than about 4,000 characters. There" + " is no body."),
                "BadRequest",
                refusal("A parameter is missing or at fault."),
                "BodyTooLarge",
                refusal("The body is too large."),
                "BodyTooSlow",
                refusal("The body arrives too slowly."),
                "Duplicate",
                refusal("The same was said before."),
                "Failure",
                refusal("A fault of the server's own; it is in its log."),
                "Forbidden",
                refusal("This caller may not do that."),
                "Gone",
                refusal("It lies in the trash already."),
                "HashMismatch",
                refusal("The file is not the one that Content-MD5 names."),
                "HeadersTooLong",
                Map.of("description", "The headers are longer than 20 KB in all. There is no body."),
                "NotFound",
                refusal("Nothing is there, or no such route."),
                "NotModified",
                Map.of("description", "What If-None-Match names is still there."),
                "NotSupported",
                refusal("There is no trash for it, or the server does not do that."),
                "StorageFull",
                refusal("There is no room for the file."),
                "TooManyAttempts",
                refusal("Too many failed attempts from this address."),
                "Unauthorized",
                refusal("Guests may not do that, or the credentials are wrong."),
                "Unavailable",
                refusal("The database does not answer, or too much goes on; try again."),
                "UnknownType",
                refusal("The body has no Content-Type, or one that is not read here."));
    }

    private static Map<String, Object> refusal(String description) {
        return ordered(
                "description",
                description,
                "content",
                Map.of("application/json", Map.of("schema", ref("schemas", "Error"))));
    }

    private static Map<String, Object> securitySchemes() {
        return ordered(
                BASIC,
                ordered(
                        "type",
                        "http",
                        "scheme",
                        "basic",
                        "description",
                        "Login or e-mail address, and an application password."),
                BEARER,
                ordered(
                        "type",
                        "http",
                        "scheme",
                        "bearer",
                        "description",
                        "An API token or the access token of a session, as at `/api/v1`."));
    }

    private static Map<String, Object> object(String description) {
        return ordered("type", "object", "description", description);
    }

    private static Map<String, Object> typed(String type, String description) {
        return ordered("type", type, "description", description);
    }

    private static Map<String, Object> string() {
        return Map.of("type", "string");
    }

    /** Names and values in turn, kept in their order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
