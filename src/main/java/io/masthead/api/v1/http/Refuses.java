package io.masthead.api.v1.http;

import io.masthead.kernel.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In which ways an operation refuses beside those that {@link
 * io.masthead.api.v1.openapi.DocumentedCodes} derives from what it takes, for the document.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    ErrorCode[] value();
}
