package io.masthead.web;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import java.time.Duration;
import java.util.List;

/**
 * A refusal on its way to a client.
 *
 * @param code null where the framework refused, before or beside the core
 * @param status what the framework answered; 0 where the core refused, since a surface decides
 * @param message a sentence that may be shown
 * @param errors the inputs at fault
 * @param retryAfter when the same request may be taken; null where waiting does not help
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
