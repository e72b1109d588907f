package io.masthead.api.v1.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation takes {@code fields}, which select from this type: what it answers or lists. A
 * class names the type for those of its operations that name none.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Selectable {
    Class<?> value() default Void.class;

    /** Fields of the type that this operation never shows. */
    String[] without() default {};
}
