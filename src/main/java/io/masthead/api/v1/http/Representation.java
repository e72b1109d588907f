package io.masthead.api.v1.http;

import java.util.stream.Stream;

/** An answer of this API that has an entity tag and can be cached. */
public interface Representation {

    /** The version of the row behind it; null where there is none, as for a list. */
    default Integer rowVersion() {
        return null;
    }

    /** Whether it is made for one caller, whoever asks. */
    default boolean forOneCallerOnly() {
        return false;
    }

    /** What it shows, as a CDN is told to forget it, for example {@code post-12}. */
    default Stream<String> cacheTags() {
        return Stream.empty();
    }
}
