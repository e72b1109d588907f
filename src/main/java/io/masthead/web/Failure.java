package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import java.time.Duration;
import java.util.List;

/**
 * A refusal on its way to a client.
 *
 * @param code null if the framework refused
 * @param status the framework's status; 0 if the core refused, since the surface decides
 * @param message a sentence that may be shown
 * @param errors the invalid inputs
 * @param retryAfter after which time the same request may succeed; null if waiting does not help
 */
public record Failure(ErrorCode code, int status, String message, List<FieldError> errors, Duration retryAfter) {

    public static Failure of(CmsException e) {
        return new Failure(e.code(), 0, e.getMessage(), e.errors(), e.retryAfter());
    }

    public static Failure of(ErrorCode code, String message) {
        return new Failure(code, 0, message, List.of(), null);
    }

    public static Failure of(int status, String message) {
        return new Failure(null, status, message, List.of(), null);
    }
}
