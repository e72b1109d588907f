package io.masthead.platform.lane;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that passes the lane of costly reads, and is held to their time limit, where one of its
 * arguments is {@link io.masthead.kernel.Costly} and says so. It must be the outermost that reads:
 * one who waits there holds no connection.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BoundedReads {}
