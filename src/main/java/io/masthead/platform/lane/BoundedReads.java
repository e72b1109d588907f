package io.masthead.platform.lane;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that runs in the lane of costly reads, and within their time limit, if one of its arguments is a
 * {@link io.masthead.kernel.Costly} that says so. It must be the outermost method that reads, so that no
 * connection is used while it waits.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BoundedReads {}
