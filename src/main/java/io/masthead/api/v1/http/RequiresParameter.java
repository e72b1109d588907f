package io.masthead.api.v1.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that an answer shows only where it was asked for; else {@code fields} cannot name it. */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ComesWith {

    /** The parameter that asks for it, and the word in it, such as {@code include=content}. */
    String value();

    /** Whether the answer about one thing shows it without being asked. */
    boolean onlyInLists() default false;
}
