package io.masthead.api.v1.http;

import io.masthead.kernel.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents the error codes of an operation that {@link io.masthead.api.v1.openapi.DocumentedCodes}
 * cannot derive from its path, parameters and body.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    ErrorCode[] value();
}
