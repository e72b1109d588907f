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

    /** The method of endpoints that read; HEAD is theirs, too. */
    static final String READ = "GET";

    /** Decides whether a caller may make a request, before anything is done. */
    @FunctionalInterface
    public interface Permission<T> {

        Permission<Object> EVERYBODY = (request, target, allowed) -> {};

        /**
         * Refuses callers who may not read the target.
         *
         * @param what completes "Sorry, you are not allowed to …", as in {@link WpRequest#refusal}
         */
        static Permission<Object> toRead(String code, String what) {
            return (request, target, allowed) -> request.require(allowed.read(), code, what);
        }

        /** Refuses callers who may not change the target or add to it. */
        static Permission<Object> toWrite(String code, String what) {
            return (request, target, allowed) -> request.require(allowed.write(), code, what);
        }

        /** Refuses callers who may not delete the target. */
        static Permission<Object> toDelete(String code, String what) {
            return (request, target, allowed) -> request.require(allowed.delete(), code, what);
        }

        /** Lets everybody read, but in the context {@code edit} only those who may write. */
        static Permission<Object> toReadForEdit(String what) {
            return (request, target, allowed) -> request.requireForEdit(allowed.write(), what);
        }

        /**
         * @param allowed what the caller may do with the target, whatever else the request says
         * @throws WpException or {@link io.masthead.kernel.CmsException} where they may not
         */
        void require(WpRequest request, T target, AllowedMethods allowed);
    }

    boolean reads() {
        return methods.contains(READ);
    }

    /** Whether it changes the one thing that lies at its route. */
    boolean changesOne() {
        return methods.contains("PUT");
    }
}
