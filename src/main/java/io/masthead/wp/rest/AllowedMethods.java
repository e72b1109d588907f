package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * What a caller may do with what lies at a route. Refusals, the header {@code Allow} and the hints
 * of links all follow it.
 *
 * @param write one thing: change it; a collection: add to it
 */
public record AllowedMethods(boolean read, boolean write, boolean delete) {

    public static final AllowedMethods ALL = new AllowedMethods(true, true, true);
    public static final AllowedMethods NONE = new AllowedMethods(false, false, false);

    /** All the same, except that the methods of one endpoint are known to be allowed or refused. */
    AllowedMethods with(Endpoint<?> endpoint, boolean allowed) {
        return switch (endpoint.methods().get(0)) {
            case "GET" -> reading(allowed);
            case "DELETE" -> new AllowedMethods(read, write, allowed);
            default -> new AllowedMethods(read, allowed, delete);
        };
    }

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
