package io.masthead.kernel;

import java.time.Duration;
import java.util.List;

/** A refusal by the core: a code for programs and a sentence for people, never an HTTP status. */
public final class CmsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;

    public CmsException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    /**
     * @param message a sentence the caller can act on; it is shown unchanged
     * @param errors the invalid inputs, empty if the refusal is not about input
     */
    public CmsException(ErrorCode code, String message, List<FieldError> errors) {
        this(code, message, errors, null);
    }

    /** A temporary refusal. */
    public CmsException(ErrorCode code, String message, Duration retryAfter) {
        this(code, message, List.of(), retryAfter);
    }

    private CmsException(ErrorCode code, String message, List<FieldError> errors, Duration retryAfter) {
        super(message);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A refusal of one parameter of the request. */
    public static CmsException parameter(String name, String code, String detail) {
        return new CmsException(ErrorCode.INVALID_PARAMETER, detail, List.of(new FieldError(name, code, detail)));
    }

    /** A refusal of one field of a well-formed body. */
    public static CmsException field(String name, String code, String detail) {
        return new CmsException(ErrorCode.VALIDATION_FAILED, detail, List.of(new FieldError(name, code, detail)));
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** After which time the same request may succeed; null if waiting does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
