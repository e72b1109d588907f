package io.masthead.api.v1.http;

import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation, for the document. The gate itself is the service; tests ask every
 * operation with each role and each scope, and compare. Roles that a class names hold for those of
 * its operations that name none.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** A token needs one of these; none where any token will do. */
    Scope[] scopes() default {};

    /** The least role, which may be enough only for what is the caller's own. */
    Role[] role() default {};

    /** The least role for what belongs to others, where that is another. */
    Role[] others() default {};
}
