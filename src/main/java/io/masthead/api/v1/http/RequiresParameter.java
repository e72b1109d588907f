package io.masthead.api.v1.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that an answer shows only where it was asked for; else {@code fields} cannot name it. */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresParameter {

    /** The required parameter with its value, such as {@code include=content}; one of them if there are several. */
    String[] value();

    /** Whether only lists need the parameter. */
    boolean onlyInLists() default false;
}
