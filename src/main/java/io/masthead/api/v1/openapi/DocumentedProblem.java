package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.ProblemFormat;
import io.masthead.kernel.ErrorCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The error responses of the document, one per status, to which operations refer. */
enum DocumentedProblem {
    BAD_REQUEST(
            400,
            "A parameter, a header or the body is malformed; `errors` names each fault.",
            "invalid_parameter",
            "'limit' must be a whole number from 1 to 100.",
            Map.of("parameter", "limit", "code", "out_of_range")),
    UNAUTHENTICATED(401, "Credentials are missing, invalid or expired.", "unauthenticated", "Sign in to do this."),
    FORBIDDEN(
            403,
            "The caller lacks the rights, or the password of the post is wrong.",
            "forbidden",
            "You are not allowed to do this."),
    NOT_FOUND(
            404,
            "The resource does not exist, or the caller may not see it.",
            "post_not_found",
            "There is no post here."),
    NOT_ACCEPTABLE(
            406,
            "`Accept` allows none of the media types of this operation.",
            "not_acceptable",
            "This address answers in application/json only."),
    REQUEST_TIMEOUT(408, "The body arrived too slowly.", "request_timeout", "The body came too slowly."),
    CONFLICT(
            409,
            "The current state of the resource does not allow the request.",
            "post_trashed",
            "This post is in the trash; restore it before you change it."),
    PRECONDITION_FAILED(
            412,
            "The resource has changed since the version in `If-Match`.",
            "version_mismatch",
            "This has been changed since you read it. Read it again and repeat your change."),
    CONTENT_TOO_LARGE(
            413,
            "The body exceeds the limit of this operation.",
            "body_too_large",
            "The body may have at most 10485760 bytes."),
    URI_TOO_LONG(414, "The URL exceeds about 4,000 characters. No body.", null, null),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The operation does not accept the `Content-Type` of the body, or the type of the file.",
            "unsupported_media_type",
            "This address does not take a body of this Content-Type."),
    UNPROCESSABLE_CONTENT(
            422,
            "The request is well-formed but breaks a rule; `errors` names each fault.",
            "validation_failed",
            "'title' may have at most 500 characters.",
            Map.of("pointer", "/title", "code", "too_long")),
    HEADERS_TOO_LARGE(431, "The headers exceed 20 KB. No body.", null, null),
    INTERNAL_ERROR(
            500,
            "An internal error, which the server has logged.",
            "internal_error",
            "Something went wrong here. It has been noted in the log."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests; retry after `Retry-After`.",
            "comment_flood",
            "You are commenting too quickly; wait 15 seconds between two comments."),
    UNAVAILABLE(
            503,
            "The server or its database is unavailable; retry after `Retry-After`.",
            "unavailable",
            "The service cannot answer right now; try again in a few seconds."),
    INSUFFICIENT_STORAGE(
            507, "There is no room for the file.", "storage_full", "There is no room for this file on the server.");

    private final int status;
    private final String description;
    private final String code;
    private final String detail;
    private final Map<String, String> error;

    DocumentedProblem(int status, String description, String code, String detail) {
        this(status, description, code, detail, Map.of());
    }

    DocumentedProblem(int status, String description, String code, String detail, Map<String, String> error) {
        this.status = status;
        this.description = description;
        this.code = code;
        this.detail = detail;
        this.error = error;
    }

    static DocumentedProblem of(String status) {
        return Arrays.stream(values())
                .filter(one -> status.equals(Integer.toString(one.status)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No problem for " + status));
    }

    String status() {
        return Integer.toString(status);
    }

    /** A reference for an operation. */
    APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + componentName());
    }

    /** The problems that occur before the operation is known. */
    static Stream<String> beforeReading() {
        return Arrays.stream(values())
                .filter(DocumentedProblem::isBeforeReading)
                .map(DocumentedProblem::status);
    }

    /**
     * Whether it has no body: the request was not read so far that it would tell in which words.
     */
    boolean isBeforeReading() {
        return code == null;
    }

    /** The values of {@code code} with this status, separated by commas. */
    String codes() {
        var codes = new TreeSet<String>();
        Arrays.stream(ErrorCode.values())
                .filter(one -> ProblemFormat.status(one) == status)
                .forEach(one -> codes.add(ProblemFormat.word(one)));
        if (codes.isEmpty() || this == BAD_REQUEST || this == NOT_FOUND) {
            codes.add(ProblemFormat.frameworkCode(status));
        }
        return String.join(", ", codes);
    }

    /** All of them, for the components of the document. */
    static Map<String, APIResponse> shared() {
        var responses = new TreeMap<String, APIResponse>();
        for (var problem : values()) {
            responses.put(problem.componentName(), problem.response());
        }
        return responses;
    }

    private APIResponse response() {
        var response = OASFactory.createAPIResponse().description(description);
        if (isBeforeReading()) {
            return response;
        }
        response.content(OASFactory.createContent()
                .addMediaType(
                        ProblemFormat.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example())));
        if (this == UNAUTHENTICATED) {
            response.addHeader("WWW-Authenticate", DocumentedHeader.WWW_AUTHENTICATE.reference());
        }
        if (this == UNAVAILABLE || this == CONFLICT || this == TOO_MANY_REQUESTS) {
            response.addHeader("Retry-After", DocumentedHeader.RETRY_AFTER.reference());
        }
        return response;
    }

    private Map<String, Object> example() {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:masthead:problem:" + code);
        example.put("title", ProblemFormat.title(status));
        example.put("status", status);
        example.put("code", code);
        example.put("detail", detail);
        if (!error.isEmpty()) {
            var input = new TreeMap<String, Object>(error);
            input.put("detail", detail);
            example.put("errors", List.of(input));
        }
        return example;
    }

    private String componentName() {
        return DocumentedHeader.inCamelCase(name());
    }
}
