package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.List;

/** What a caller may do with one thing: by it requests are refused and links name their methods. */
public record Access(boolean read, boolean change, boolean delete) {

    public static final Access FULL = new Access(true, true, true);

    List<String> methods() {
        var methods = new ArrayList<String>();
        if (read) {
            methods.add("GET");
        }
        if (change) {
            methods.addAll(List.of("POST", "PUT", "PATCH"));
        }
        if (delete) {
            methods.add("DELETE");
        }
        return methods;
    }
}
