package io.masthead.api.v1.http;

/** Which types are of this API: those in one of its rooms. */
public final class OwnTypes {

    /** The parent of all rooms. */
    private static final String ROOMS = "io.masthead.api.v1.";

    private OwnTypes() {}

    /** Whether a type with this full name is of this API. */
    public static boolean contains(String type) {
        return type.startsWith(ROOMS);
    }
}
