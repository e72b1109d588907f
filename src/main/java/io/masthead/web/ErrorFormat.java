package io.masthead.web;

import jakarta.ws.rs.core.Response;

/** How one surface words its refusals. */
public interface ErrorFormat {

    /** Whether this format answers for a path; the longest prefix wins. */
    String prefix();

    Response render(Failure failure);
}
