package io.masthead.web.file;

import io.masthead.kernel.Actor;
import io.quarkus.security.identity.SecurityIdentity;

/** Tells who has sent a request. Authentication depends on {@code web} and not the reverse, so it implements this. */
public interface CallerActor {

    Actor of(SecurityIdentity identity);
}
