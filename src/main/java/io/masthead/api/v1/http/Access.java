package io.masthead.api.v1.http;

import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents who may call an operation; the services check it. Tests call every operation with each
 * role and each scope and compare. The roles of a class apply to its operations without roles.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** A token needs one of these; none where any token will do. */
    Scope[] scopes() default {};

    /** The lowest role, which may be enough only for the caller's own items. */
    Role[] role() default {};

    /** The lowest role for items of others, if it differs. */
    Role[] others() default {};
}
