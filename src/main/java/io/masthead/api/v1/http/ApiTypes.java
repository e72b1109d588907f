package io.masthead.api.v1.http;

/** Which types belong to this API: those in its packages. */
public final class ApiTypes {

    /** The root package. */
    private static final String ROOT = "io.masthead.api.v1.";

    private ApiTypes() {}

    /** Whether the type with this full name belongs to this API. */
    public static boolean contains(String type) {
        return type.startsWith(ROOT);
    }
}
