package io.masthead.web.limit;

import io.quarkus.security.identity.SecurityIdentity;

/** Tells the addresses of a surface that take files larger than other bodies, and from whom. */
public interface Uploads {

    /** Whether multipart bodies to this path are files. */
    boolean takes(String path);

    /** Whether this caller may send one there; the resource says why not. Does not block. */
    boolean takesFrom(SecurityIdentity caller, String path);
}
