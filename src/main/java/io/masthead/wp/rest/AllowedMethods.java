package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * The methods that a caller may use on the target of a route. They decide refusals, the header
 * {@code Allow} and the hints of links.
 *
 * @param write whether the caller may change a single thing, or add to a collection
 */
public record AllowedMethods(boolean read, boolean write, boolean delete) {

    public static final AllowedMethods ALL = new AllowedMethods(true, true, true);
    public static final AllowedMethods NONE = new AllowedMethods(false, false, false);

    /** The same methods, with or without those of one endpoint. */
    AllowedMethods with(Endpoint<?> endpoint, boolean allowed) {
        return switch (endpoint.methods().get(0)) {
            case "GET" -> reading(allowed);
            case "DELETE" -> new AllowedMethods(read, write, allowed);
            default -> new AllowedMethods(read, allowed, delete);
        };
    }

    /** The same methods, with or without reading. */
    public AllowedMethods reading(boolean allowed) {
        return new AllowedMethods(allowed, write, delete);
    }

    List<String> names() {
        var names = new ArrayList<String>();
        if (read) {
            names.add("GET");
        }
        if (write) {
            names.addAll(List.of("POST", "PUT", "PATCH"));
        }
        if (delete) {
            names.add("DELETE");
        }
        return names;
    }
}
