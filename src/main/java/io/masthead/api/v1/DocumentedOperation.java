package io.masthead.api.v1;

import io.masthead.web.CacheRules;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What every operation of the document gets, by what its method declares. */
final class DocumentedOperation {

    private static final DotName REPRESENTATION =
            DotName.createSimple(Representation.class.getName());

    private final String path;
    private final HttpMethod verb;
    private final Operation operation;
    private final MethodInfo method;
    private final IndexView index;

    DocumentedOperation(
            String path, HttpMethod verb, Operation operation, MethodInfo method, IndexView index) {
        this.path = path;
        this.verb = verb;
        this.operation = operation;
        this.method = method;
        this.index = index;
    }

    void complete() {
        var declared = declaredNames();
        sayWhoMayCall();
        var answers = new TreeMap<String, APIResponse>();
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, answer) -> {
                            if (status.compareTo("400") < 0) {
                                answers.put(status, answer);
                            }
                        });
        describeSuccess(answers, declared);
        refusals(declared).forEach(problem -> answers.put(problem.status(), problem.reference()));
        var responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
        operation.setParameters(parameters());
        if (operation.getRequestBody() != null) {
            describeBody(operation.getRequestBody());
        }
    }

    private Set<String> declaredNames() {
        var names = new HashSet<String>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> names.add(parameter.getName()));
        }
        return names;
    }

    private void sayWhoMayCall() {
        var token =
                OASFactory.createSecurityRequirement().addScheme(NativeDocument.SECURITY_SCHEME);
        operation.setSecurity(
                isPublic()
                        ? List.of(OASFactory.createSecurityRequirement(), token)
                        : List.of(token));
    }

    private boolean isPublic() {
        return method.hasDeclaredAnnotation(PermitAll.class);
    }

    private boolean isRead() {
        return verb == HttpMethod.GET;
    }

    private void describeSuccess(Map<String, APIResponse> answers, Set<String> declared) {
        if (answersNothing()) {
            answers.remove("200");
            answers.put("204", OASFactory.createAPIResponse());
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
                            .description("It is to be found under another slug now.")
                            .addHeader("Location", DocumentedHeader.LOCATION.reference()));
        }
        if (isRead() && hasEntityTag()) {
            answers.put(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("Still what `If-None-Match` names; there is no body.")
                            .addHeader("ETag", DocumentedHeader.E_TAG.reference())
                            .addHeader(
                                    "Cache-Control", DocumentedHeader.CACHE_CONTROL.reference()));
        }
        answers.forEach(this::describeAnswer);
    }

    private void describeAnswer(String status, APIResponse answer) {
        var given = answer.getDescription();
        if (given == null || List.of("OK", "Created", "No Content", "Accepted").contains(given)) {
            answer.setDescription(
                    switch (status) {
                        case "201" -> "It was created; here it is.";
                        case "202" -> "It was taken on and will be done.";
                        case "204" ->
                                verb == HttpMethod.DELETE
                                        ? "It is gone; there is no body."
                                        : "It is done; there is no body.";
                        default ->
                                verb == HttpMethod.DELETE ? "It lies in the trash." : "Here it is.";
                    });
        }
        if (status.equals("201") || status.equals("202")) {
            answer.addHeader("Location", DocumentedHeader.LOCATION.reference());
        }
        if (hasEntityTag() && answer.getContent() != null) {
            answer.addHeader("ETag", DocumentedHeader.E_TAG.reference());
            answer.addHeader("Cache-Control", DocumentedHeader.CACHE_CONTROL.reference());
            if (isList(answer)) {
                answer.addHeader("Link", DocumentedHeader.LINK.reference());
            }
        }
    }

    private static void describeBody(RequestBody body) {
        body.setRequired(true);
        var parts = body.getContent().getMediaType(MediaType.MULTIPART_FORM_DATA);
        if (parts != null) {
            // A form without its file says nothing.
            parts.getSchema()
                    .getProperties()
                    .forEach(
                            (name, part) -> {
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

    /** Whether {@link AnswerFilter} writes the answer, and so tags it. */
    private boolean hasEntityTag() {
        var type = index.getClassByName(answered().name());
        return type != null && type.interfaceNames().contains(REPRESENTATION);
    }

    private boolean answersNothing() {
        return answered().name().toString().equals(Void.class.getName());
    }

    /** What the method answers with, without the envelope around it. */
    private Type answered() {
        var type = method.returnType();
        var isEnvelope =
                type.kind() == Type.Kind.PARAMETERIZED_TYPE
                        && type.name().withoutPackagePrefix().equals("RestResponse");
        return isEnvelope ? type.asParameterizedType().arguments().get(0) : type;
    }

    private Set<DocumentedProblem> refusals(Set<String> declared) {
        var hasBody = operation.getRequestBody() != null;
        // Unknown parameters and bad tokens are refused everywhere.
        var refusals =
                EnumSet.of(
                        DocumentedProblem.BAD_REQUEST,
                        DocumentedProblem.UNAUTHENTICATED,
                        DocumentedProblem.NOT_ACCEPTABLE,
                        DocumentedProblem.INTERNAL_ERROR,
                        DocumentedProblem.UNAVAILABLE);
        if (!isPublic() || !isRead() || declared.contains(CacheRules.POST_PASSWORD)) {
            refusals.add(DocumentedProblem.FORBIDDEN);
        }
        if ((isPublic() && !isRead()) || declared.contains(CacheRules.POST_PASSWORD)) {
            // What everybody may do is limited in how often.
            refusals.add(DocumentedProblem.TOO_MANY_REQUESTS);
        }
        if (path.contains("{")) {
            refusals.add(DocumentedProblem.NOT_FOUND);
        }
        if (declared.contains(HttpHeaders.IF_MATCH)) {
            refusals.add(DocumentedProblem.PRECONDITION_FAILED);
        }
        if (declared.contains(Headers.IDEMPOTENCY_KEY) || (!isRead() && path.contains("{"))) {
            refusals.add(DocumentedProblem.CONFLICT);
        }
        if (hasBody) {
            refusals.add(DocumentedProblem.CONTENT_TOO_LARGE);
            refusals.add(DocumentedProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (!isRead()) {
            refusals.add(DocumentedProblem.UNPROCESSABLE_CONTENT);
        }
        return refusals;
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .sorted(Comparator.comparing(DocumentedOperation::rank))
                    .map(DocumentedOperation::described)
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

    private static String rank(Parameter parameter) {
        var place = List.of(In.PATH, In.QUERY, In.HEADER, In.COOKIE).indexOf(parameter.getIn());
        return place + parameter.getName();
    }

    private static Parameter described(Parameter parameter) {
        var shared = DocumentedParameter.find(parameter);
        if (shared.isPresent()) {
            return shared.get().reference();
        }
        var schema = parameter.getSchema();
        if (schema.getRef() != null && schema.getRef().endsWith("/Id")) {
            DocumentedParameter.describeId(parameter);
        } else if (Boolean.FALSE.equals(parameter.getExplode())
                && List.of(Schema.SchemaType.STRING).equals(schema.getType())) {
            DocumentedParameter.splitAtCommas(parameter);
        }
        return parameter;
    }
}
