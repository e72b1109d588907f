package io.masthead.web;

import jakarta.ws.rs.core.Response;

/** The error format of a surface. */
public interface ErrorFormat {

    /** The paths that use this format; the longest prefix wins. */
    String prefix();

    Response render(Failure failure);
}
