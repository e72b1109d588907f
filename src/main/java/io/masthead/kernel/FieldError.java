package io.masthead.kernel;

/**
 * A reason why an input was refused.
 *
 * @param field the core's name of the input; a part of it follows after a slash, as in {@code categories/0}
 * @param code stable and in snake case, such as {@code too_long}
 * @param detail a sentence that tells what is allowed
 */
public record FieldError(String field, String code, String detail) {}
