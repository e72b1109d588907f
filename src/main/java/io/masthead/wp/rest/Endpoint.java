package io.masthead.wp.rest;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What one or several methods of a route do: the arguments they take, who may call them, and how
 * they answer.
 *
 * @param methods of which the first stands for all in documents
 * @param <T> what lies at the route
 */
public record Endpoint<T>(
        List<String> methods,
        Map<String, Schema> arguments,
        Permission<? super T> permission,
        BiFunction<WpRequest, T, WpAnswer> handler) {

    /** Whether somebody may make a request; asked before anything is done. */
    @FunctionalInterface
    public interface Permission<T> {

        Permission<Object> EVERYBODY = (request, target, allowed) -> {};

        /**
         * @param allowed what the caller may do with the target, whatever else the request says
         * @throws WpException or {@link io.masthead.kernel.CmsException} where they may not
         */
        void require(WpRequest request, T target, AllowedMethods allowed);
    }

    /** Whether it changes the one thing that lies at its route. */
    boolean changesOne() {
        return methods.contains("PUT");
    }
}
