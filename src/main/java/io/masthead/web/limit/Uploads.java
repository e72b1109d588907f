package io.masthead.web.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;

/** The operations of a surface that accept files larger than other bodies, and from whom. */
public interface Uploads {

    /**
     * Whether the body of such a request is a file.
     *
     * @param path without slashes at the end
     * @param isMultipart whether it is multipart/form-data
     */
    boolean takes(HttpMethod method, String path, boolean isMultipart);

    /** The maximum size of a body, in bytes. */
    long maxBytes();

    /** Whether this caller may send one there; the resource reports the reason otherwise. Does not block. */
    boolean takesFrom(SecurityIdentity caller, String path);
}
