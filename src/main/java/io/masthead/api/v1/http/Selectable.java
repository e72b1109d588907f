package io.masthead.api.v1.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation accepts {@code fields}, which selects fields of this type, the type of the resource or
 * of the list items. The type of a class applies to its operations without a type.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Selectable {
    Class<?> value() default Void.class;

    /** Fields of the type that this operation never shows. */
    String[] without() default {};
}
