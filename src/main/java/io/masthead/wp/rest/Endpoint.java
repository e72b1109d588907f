package io.masthead.wp.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What one or several methods of a route do: the arguments they take, who may call them, and how
 * they answer.
 *
 * @param methods of which the first stands for all in documents
 */
public record Endpoint(
        List<String> methods,
        Map<String, Schema> arguments,
        boolean batchable,
        Permission permission,
        Function<WpRequest, WpAnswer> handler) {

    /** Whether somebody may make a request; asked before anything is done. */
    @FunctionalInterface
    public interface Permission {

        Permission EVERYBODY = request -> {};

        /**
         * Asked again to tell callers which methods they may use, so it changes nothing.
         *
         * @throws WpException or {@link io.masthead.kernel.CmsException} where they may not
         */
        void require(WpRequest request);
    }

    public Endpoint {
        Objects.requireNonNull(permission);
        Objects.requireNonNull(handler);
    }

    public static Endpoint get(
            Map<String, Schema> arguments, Permission permission, Function<WpRequest, WpAnswer> handler) {
        return new Endpoint(List.of("GET"), arguments, false, permission, handler);
    }

    public static Endpoint post(
            Map<String, Schema> arguments, Permission permission, Function<WpRequest, WpAnswer> handler) {
        return new Endpoint(List.of("POST"), arguments, false, permission, handler);
    }

    /** To WordPress, POST, PUT and PATCH are one. */
    public static Endpoint update(
            Map<String, Schema> arguments, Permission permission, Function<WpRequest, WpAnswer> handler) {
        return new Endpoint(List.of("POST", "PUT", "PATCH"), arguments, false, permission, handler);
    }

    public static Endpoint delete(
            Map<String, Schema> arguments, Permission permission, Function<WpRequest, WpAnswer> handler) {
        return new Endpoint(List.of("DELETE"), arguments, false, permission, handler);
    }

    /** One that may be an item of a batch. */
    public Endpoint batched() {
        return new Endpoint(methods, arguments, true, permission, handler);
    }

    /** Whether it changes the one thing that lies at its route. */
    boolean changesOne() {
        return methods.contains("PUT");
    }
}
