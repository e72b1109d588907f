package io.masthead.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.testsupport.ApiDocument.Named;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds every answer that a test gets from an operation to what the document says of it: status,
 * media type, cache headers, body and, natively, the code of a refusal. So the documents are as true as the tests
 * are many.
 */
public final class DocumentedAnswers implements Filter {

    private static final Surface NATIVE = new Surface("masthead.json");
    private static final Surface WORDPRESS = new Surface("wordpress.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An address of no operation, or a method that it does not take. */
    private static final int METHOD_NOT_ALLOWED = 405;

    private static final int NOT_MODIFIED = 304;

    /** Of successful reads that everybody may make. */
    private static final List<String> CACHE_HEADERS = List.of("ETag", "Surrogate-Key", "Cache-Tag");

    /** What changes the shape of an answer, or leads to another operation. */
    private static final Set<String> OTHERWISE = Set.of("_envelope", "_method", "_jsonp");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = URI.create(request.getURI());
        var surface = uri.getRawPath().startsWith("/wp-json")
                ? WORDPRESS
                : uri.getRawPath().startsWith("/api/v1/") ? NATIVE : null;
        if (surface != null && !isOtherwise(request, uri)) {
            var verb = request.getMethod().toLowerCase(Locale.ROOT);
            surface.operation(verb, uri.getRawPath()).ifPresent(operation -> check(surface, operation, uri, response));
        }
        return response;
    }

    private static boolean isOtherwise(FilterableRequestSpecification request, URI uri) {
        var query = "&" + uri.getRawQuery();
        return request.getHeaders().hasHeaderWithName("X-HTTP-Method-Override")
                || OTHERWISE.stream().anyMatch(name -> query.contains("&" + name));
    }

    private static void check(Surface surface, Named operation, URI uri, Response response) {
        if (response.statusCode() == METHOD_NOT_ALLOWED) {
            return;
        }
        var faults = faults(surface, operation, uri, response);
        assertThat(faults)
                .as("%s answers %s as documented", operation, response.statusCode())
                .isEmpty();
    }

    private static List<String> faults(Surface surface, Named operation, URI uri, Response response) {
        var status = Integer.toString(response.statusCode());
        var answer =
                surface.document.resolved(operation.node().path("responses").path(status));
        if (answer.isMissingNode()) {
            return List.of(status + " is not documented");
        }
        if (response.statusCode() == NOT_MODIFIED
                || response.contentType() == null
                || response.contentType().isEmpty()) {
            return List.of();
        }
        var type = response.contentType().split(";", 2)[0];
        var content = answer.path("content");
        if (!content.has(type)) {
            return List.of(type + " is not documented for " + status);
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        var undocumented = CACHE_HEADERS.stream()
                .filter(name -> response.statusCode() == 200 && response.header(name) != null)
                .filter(name -> !answer.path("headers").has(name))
                .toList();
        if (!undocumented.isEmpty()) {
            return List.of(undocumented + " are not documented");
        }
        var value = json(response.asString());
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var faults = new ArrayList<>(DocumentedSchema.faults(
                surface.document, content.path(type).path("schema"), value, !query.contains("fields")));
        if (surface == NATIVE
                && response.statusCode() >= 400
                && operation.node().has("x-error-codes")) {
            var codes = operation.node().path("x-error-codes").path(status);
            var code = value.path("code");
            if (ApiDocument.items(codes).noneMatch(code::equals)) {
                faults.add(code + " is not among " + codes);
            }
        }
        return faults;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("An answer is no JSON: " + body, e);
        }
    }

    /** A document, and its operations by their addresses. */
    private static final class Surface {

        private final ApiDocument document;
        private final List<Address> addresses;

        Surface(String file) {
            document = ApiDocument.at(Path.of("openapi", file));
            addresses = document.operations()
                    .map(Address::of)
                    .sorted(Comparator.comparing(Address::variables))
                    .toList();
        }

        Optional<Named> operation(String verb, String path) {
            var parts = Address.parts(path.replaceAll("/+$", ""));
            return addresses.stream()
                    .filter(one -> one.verb.equals(verb) && one.matches(parts))
                    .findFirst()
                    .map(Address::operation);
        }
    }

    /** Where an operation is. Those with the fewest variables come first. */
    private record Address(String verb, List<String> parts, Named operation) {

        /** The slugs of a page hold slashes. */
        private static final String MANY = "{path}";

        static Address of(Named operation) {
            var words = operation.name().split(" ", 2);
            return new Address(words[0], parts(words[1]), operation);
        }

        boolean matches(List<String> path) {
            boolean many = parts.get(parts.size() - 1).equals(MANY);
            if (many ? path.size() < parts.size() : path.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!isVariable(parts.get(i)) && !parts.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        static List<String> parts(String path) {
            return List.of(path.split("/", -1));
        }

        private static boolean isVariable(String part) {
            return part.startsWith("{");
        }

        private long variables() {
            return parts.stream().filter(Address::isVariable).count();
        }
    }
}
