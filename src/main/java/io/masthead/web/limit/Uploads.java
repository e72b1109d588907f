package io.masthead.web.limit;

import io.quarkus.security.identity.SecurityIdentity;

/** The paths of a surface that accept files larger than other bodies, and from whom. */
public interface Uploads {

    /** Whether multipart bodies to this path are files. */
    boolean takes(String path);

    /** Whether this caller may send one there; the resource reports the reason otherwise. Does not block. */
    boolean takesFrom(SecurityIdentity caller, String path);
}
