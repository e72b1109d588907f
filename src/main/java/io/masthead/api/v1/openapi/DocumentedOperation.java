package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.FilterableByField;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Representation;
import io.masthead.web.CacheRules;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Completes an operation of the document by the declarations of its method. */
final class DocumentedOperation {

    private static final DotName REPRESENTATION = DotName.createSimple(Representation.class.getName());

    private static final DotName PATH = DotName.createSimple(Path.class.getName());

    private static final DotName QUERY_PARAM = DotName.createSimple(QueryParam.class.getName());

    private static final DotName PRODUCES = DotName.createSimple(Produces.class.getName());

    private static final Map<String, String> NOUNS =
            Map.of("posts", "post", "pages", "page", "categories", "category", "tags", "tag");

    /** For components whose name by the rule is not plain. */
    private static final Map<String, String> PLAIN_NAMES =
            Map.of("MeId", "CredentialId", "AuthHostMastheadRefresh", "RefreshCookie");

    private final String path;
    private final HttpMethod verb;
    private final Operation operation;
    private final MethodInfo method;
    private final IndexView index;
    private final DocumentedAccess access;

    DocumentedOperation(String path, HttpMethod verb, Operation operation, MethodInfo method, IndexView index) {
        this.path = path;
        this.verb = verb;
        this.operation = operation;
        this.method = method;
        this.index = index;
        this.access = new DocumentedAccess(method, resource());
    }

    void complete() {
        nameNoun();
        var declared = declaredNames();
        var answers = new TreeMap<String, APIResponse>();
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.compareTo("400") < 0) {
                answers.put(status, answer);
            }
        });
        describeSuccess(answers, declared);
        var codes = new DocumentedCodes(path, verb, operation, method, declared, access, takesAnyAccept());
        Stream.concat(codes.statuses().stream(), DocumentedProblem.beforeReading())
                .forEach(status ->
                        answers.put(status, DocumentedProblem.of(status).reference()));
        var responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
        operation.setParameters(parameters());
        if (operation.getRequestBody() != null) {
            describeBody(operation.getRequestBody());
        }
        access.describe(operation);
        codes.describe(operation);
    }

    /** The resource class: that of the method, or its subclass for this path. */
    private ClassInfo resource() {
        var declaring = method.declaringClass();
        return declaring.isAbstract()
                ? index.getAllKnownSubclasses(declaring.name()).stream()
                        .filter(type -> path.startsWith(
                                type.declaredAnnotation(PATH).value().asString()))
                        .findFirst()
                        .orElseThrow()
                : declaring;
    }

    /** Inserts the noun of the resource into the texts of a shared method. */
    private void nameNoun() {
        var noun = NOUNS.get(DocumentedSample.noun(path));
        if (noun != null) {
            operation.setOperationId(operation.getOperationId().replace("{Noun}", capitalized(noun)));
            operation.setSummary(operation.getSummary().replace("{noun}", noun));
            operation.setDescription(operation.getDescription().replace("{noun}", noun));
        }
    }

    private Set<String> declaredNames() {
        var names = new HashSet<String>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> names.add(parameter.getName()));
        }
        return names;
    }

    private boolean isRead() {
        return verb == HttpMethod.GET;
    }

    private void describeSuccess(Map<String, APIResponse> answers, Set<String> declared) {
        if (answersNothing()) {
            answers.remove("200");
            answers.remove("201");
            if (answers.containsKey("302")) {
                answers.remove("204");
            } else {
                answers.computeIfAbsent("204", status -> OASFactory.createAPIResponse());
            }
        }
        if (declared.contains(Headers.IDEMPOTENCY_KEY) && answers.containsKey("200")) {
            answers.put("201", answers.remove("200"));
        }
        if (verb == HttpMethod.DELETE && declared.contains("permanent")) {
            answers.computeIfAbsent("204", status -> OASFactory.createAPIResponse());
        }
        if (isRead() && path.contains("/by-")) {
            answers.put(
                    "301",
                    OASFactory.createAPIResponse()
                            .description("The slug is a former one; `Location` has the current URL.")
                            .addHeader("Location", DocumentedHeader.LOCATION.reference()));
        }
        if (isRead() && hasEntityTag()) {
            answers.put(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("Not modified since the `ETag` in `If-None-Match`; no body.")
                            .addHeader("ETag", DocumentedHeader.E_TAG.reference())
                            .addHeader("Cache-Control", DocumentedHeader.CACHE_CONTROL.reference()));
        }
        answers.forEach((status, answer) -> {
            describeAnswer(status, answer, declared);
            if (answer.getContent() != null) {
                answer.getContent().removeMediaType(MediaType.WILDCARD);
            }
        });
    }

    private void describeAnswer(String status, APIResponse answer, Set<String> declared) {
        var given = answer.getDescription();
        if (given == null || List.of("OK", "Created", "No Content", "Accepted").contains(given)) {
            answer.setDescription(
                    switch (status) {
                        case "201" -> "The created resource.";
                        case "202" -> "Accepted; the work runs in the background.";
                        case "204" -> verb == HttpMethod.DELETE ? "Deleted; no body." : "Done; no body.";
                        default -> verb == HttpMethod.DELETE ? "The resource in the trash." : "The request succeeded.";
                    });
        }
        if (status.equals("201") || (status.equals("202") && declared.contains(Headers.IDEMPOTENCY_KEY))) {
            answer.addHeader("Location", DocumentedHeader.LOCATION.reference());
        }
        if (hasEntityTag() && answer.getContent() != null) {
            answer.addHeader("ETag", DocumentedHeader.E_TAG.reference());
            answer.addHeader("Cache-Control", DocumentedHeader.CACHE_CONTROL.reference());
            if (isRead() && access.isPublic()) {
                answer.addHeader(CacheRules.SURROGATE_KEY, DocumentedHeader.SURROGATE_KEY.reference());
                answer.addHeader(CacheRules.CACHE_TAG, DocumentedHeader.CACHE_TAG.reference());
                answer.addHeader("Vary", DocumentedHeader.VARY.reference());
            }
            if (isList(answer)) {
                answer.addHeader("Link", DocumentedHeader.LINK.reference());
            }
        }
    }

    private void describeBody(RequestBody body) {
        body.setRequired(true);
        DocumentedSample.fill(operation.getOperationId(), body);
        var parts = body.getContent().getMediaType(MediaType.MULTIPART_FORM_DATA);
        if (parts != null) {
            // A form without its file says nothing.
            parts.getSchema().getProperties().forEach((name, part) -> {
                if ("binary".equals(part.getFormat())) {
                    parts.getSchema().addRequired(name);
                }
            });
        }
    }

    private static boolean isList(APIResponse answer) {
        var json = answer.getContent().getMediaType(MediaType.APPLICATION_JSON);
        Schema schema = json == null ? null : json.getSchema();
        return schema != null && schema.getRef() != null && schema.getRef().endsWith("List");
    }

    /** Whether {@link io.masthead.api.v1.http.ResponseRenderer} writes the response with an entity tag. */
    private boolean hasEntityTag() {
        var name = answered().name();
        var type = index.getClassByName(name);
        return name.equals(REPRESENTATION)
                || (type != null && type.interfaceNames().contains(REPRESENTATION));
    }

    /** An operation that may return no body ignores {@code Accept}. */
    private boolean takesAnyAccept() {
        var produced = method.declaredAnnotation(PRODUCES);
        return produced != null && List.of(produced.value().asStringArray()).contains(MediaType.WILDCARD);
    }

    private boolean answersNothing() {
        return answered().name().toString().equals(Void.class.getName());
    }

    /** The type of the body, without {@code RestResponse}. */
    private Type answered() {
        var type = method.returnType();
        var isEnvelope = type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.name().withoutPackagePrefix().equals("RestResponse");
        return isEnvelope ? type.asParameterizedType().arguments().get(0) : type;
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .sorted(Comparator.comparing(DocumentedOperation::rank))
                    .map(this::described)
                    .map(this::named)
                    .forEach(parameters::add);
        }
        if (method.hasDeclaredAnnotation(FilterableByField.class)) {
            parameters.add(DocumentedParameter.customFields());
        }
        if (isRead() && hasEntityTag()) {
            parameters.add(DocumentedParameter.IF_NONE_MATCH.reference());
        }
        return parameters.isEmpty() ? null : parameters;
    }

    /**
     * Notes the name of the component that it may become: after the record that declares it, such as {@code
     * PagingLimit}, or else after the first word of the path, such as {@code PostId}.
     */
    private Parameter named(Parameter parameter) {
        var name = parameter.getName();
        if (parameter.getRef() != null) {
            return parameter;
        }
        var owner = method.parameterTypes().stream()
                .map(type -> index.getClassByName(type.name()))
                .filter(type -> type != null && type.isRecord() && declares(type, name))
                .map(type -> type.simpleName().replaceFirst("Params$", ""))
                .findFirst()
                .orElseGet(() -> capitalized(
                        DocumentedSample.noun(path).replaceFirst("ies$", "y").replaceFirst("s$", "")));
        var component = owner + capitalized(name);
        return parameter.addExtension(RepeatedParameters.NAME, PLAIN_NAMES.getOrDefault(component, component));
    }

    /** By the name on the wire: that of the component may differ. */
    private static boolean declares(ClassInfo type, String parameter) {
        return type.fields().stream()
                .map(field -> field.annotation(QUERY_PARAM))
                .anyMatch(query -> query != null && query.value().asString().equals(parameter));
    }

    private static String capitalized(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String rank(Parameter parameter) {
        var place = List.of(In.PATH, In.QUERY, In.HEADER, In.COOKIE).indexOf(parameter.getIn());
        return place + parameter.getName();
    }

    private Parameter described(Parameter parameter) {
        if (DocumentedSample.fill(path, operation, parameter)) {
            return parameter;
        }
        var shared = DocumentedParameter.find(parameter);
        if (shared.isPresent()) {
            var hasNoTrash = shared.get() == DocumentedParameter.PERMANENT
                    && !operation.getResponses().hasAPIResponse("200");
            return (hasNoTrash ? DocumentedParameter.PERMANENT_ONLY : shared.get()).reference();
        }
        var schema = parameter.getSchema();
        DocumentedParameter.moveExample(parameter);
        if (schema.getRef() != null && schema.getRef().endsWith("/Id")) {
            DocumentedParameter.describeId(parameter);
            DocumentedSample.fillId(path, parameter);
        } else if (Boolean.FALSE.equals(parameter.getExplode())
                && List.of(Schema.SchemaType.STRING).equals(schema.getType())) {
            DocumentedParameter.splitAtCommas(parameter);
        } else if (parameter.getName().equals("sort")) {
            DocumentedParameter.addReverseOrders(schema);
        } else if (parameter.getIn() == In.QUERY) {
            DocumentedParameter.limitText(schema);
        }
        if (!isRead()) {
            // A bulk change has no default filter.
            parameter.getSchema().setDefaultValue(null);
        }
        return parameter;
    }
}
