package io.masthead.api.v1.http;

/** A response body with an entity tag, which can be cached. */
public interface Representation {

    /** The version of the row; null if there is none, as for lists. */
    default Integer rowVersion() {
        return null;
    }

    /** Whether it is specific to one caller. */
    default boolean forOneCallerOnly() {
        return false;
    }
}
