package io.masthead.api.v1.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.masthead.api.v1.http.ProblemJson.InputErrorJson;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.web.ErrorFormat;
import io.masthead.web.Failure;
import io.masthead.web.RetryAfter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/** Errors as {@code application/problem+json}, also for paths outside any API. */
@Singleton
public class ProblemFormat implements ErrorFormat {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNPROCESSABLE = 422;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final String RETRY_SECONDS = "1";

    private final WireJson json;

    ProblemFormat(WireJson json) {
        this.json = json;
    }

    @Override
    public String prefix() {
        return "/";
    }

    @Override
    public Response render(Failure failure) {
        var status = failure.code() == null ? failure.status() : status(failure.code());
        var code = failure.code() == null ? frameworkCode(status) : word(failure.code());
        var inBody = failure.code() == ErrorCode.INVALID_BODY || failure.code() == ErrorCode.VALIDATION_FAILED;
        var problem = new ProblemJson(
                "urn:masthead:problem:" + code,
                title(status),
                status,
                code,
                failure.message(),
                failure.errors().stream().map(error -> input(error, inBody)).toList());
        var answer = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(bytes(problem));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure.code() == ErrorCode.IDEMPOTENCY_KEY_IN_USE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else if (failure.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(failure.retryAfter()));
        }
        return answer.build();
    }

    public static String word(ErrorCode code) {
        // The existence of a hidden resource must not be revealed.
        return switch (code) {
            case COMMENT_POST_DRAFT, COMMENT_POST_TRASHED -> word(ErrorCode.POST_NOT_FOUND);
            case REVISION_OF_OTHER_POST -> word(ErrorCode.REVISION_NOT_FOUND);
            default -> code.name().toLowerCase(Locale.ROOT).replace("_hidden", "_not_found");
        };
    }

    public static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_PARAMETER, INVALID_BODY, IDEMPOTENCY_KEY_INVALID -> 400;
            case UNAUTHENTICATED, CREDENTIALS_WRONG, POST_PASSWORD_REQUIRED -> 401;
            case FORBIDDEN,
                    SCOPE_MISSING,
                    POST_PASSWORD_WRONG,
                    COMMENTS_CLOSED,
                    COMMENT_TOKEN_WRONG,
                    COMMENT_EDIT_CLOSED -> 403;
            case POST_NOT_FOUND,
                    POST_HIDDEN,
                    REVISION_NOT_FOUND,
                    REVISION_OF_OTHER_POST,
                    AUTOSAVE_NOT_FOUND,
                    TERM_NOT_FOUND,
                    MENU_NOT_FOUND,
                    PATTERN_NOT_FOUND,
                    MENU_ITEM_NOT_FOUND,
                    USER_NOT_FOUND,
                    USER_HIDDEN,
                    CREDENTIAL_NOT_FOUND,
                    PROVIDER_NOT_FOUND,
                    MEDIA_NOT_FOUND,
                    IMPORT_NOT_FOUND,
                    PATH_NOT_FOUND,
                    REDIRECT_NOT_FOUND,
                    COMMENT_NOT_FOUND,
                    COMMENT_HIDDEN,
                    COMMENT_POST_DRAFT,
                    COMMENT_POST_TRASHED -> 404;
            case POST_NOT_TRASHED,
                    POST_TRASHED,
                    COMMENT_NOT_TRASHED,
                    COMMENT_TRASHED,
                    COMMENT_DUPLICATE,
                    DEFAULT_CATEGORY,
                    LAST_ADMINISTRATOR,
                    MEDIA_IN_USE,
                    OWN_ACCOUNT,
                    MAIL_NOT_CONFIGURED,
                    FETCH_DISABLED,
                    SECOND_FACTOR_STATE,
                    LAST_WAY_IN,
                    IDEMPOTENCY_KEY_IN_USE -> 409;
            case VERSION_MISMATCH -> 412;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case VALIDATION_FAILED, PERMANENT_REQUIRED, USER_CONTENT_UNDECIDED, IDEMPOTENCY_KEY_REUSED -> UNPROCESSABLE;
            case COMMENT_FLOOD, TOO_MANY_ATTEMPTS -> 429;
            case UNAVAILABLE -> 503;
            case STORAGE_FULL -> INSUFFICIENT_STORAGE;
        };
    }

    public static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        if (status == INSUFFICIENT_STORAGE) {
            return "Insufficient Storage";
        }
        var known = Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    public static String frameworkCode(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 408 -> "request_timeout";
            case 413 -> "body_too_large";
            case 415 -> "unsupported_media_type";
            case 500 -> "internal_error";
            default -> status < 500 ? "bad_request" : "unavailable";
        };
    }

    private static InputErrorJson input(FieldError error, boolean inBody) {
        return new InputErrorJson(
                inBody ? pointer(error.field()) : null, inBody ? null : error.field(), error.code(), error.detail());
    }

    /** The whole body is the empty pointer; "/" would be a field without a name (RFC 6901). */
    private static String pointer(String field) {
        return field.isEmpty() ? "" : "/" + field;
    }

    private byte[] bytes(ProblemJson problem) {
        try {
            return json.mapper().writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
