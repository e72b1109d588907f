package io.masthead.api.v1;

import io.masthead.kernel.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In which ways an operation refuses beside those that {@link DocumentedCodes} derives from what it
 * takes, for the document.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Refuses {
    ErrorCode[] value();
}
