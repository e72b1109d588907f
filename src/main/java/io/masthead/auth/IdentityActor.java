package io.masthead.auth;

import io.masthead.kernel.Actor;
import io.masthead.web.file.CallerActor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Tells the handler of files who its callers are. */
@Singleton
class IdentityActor implements CallerActor {

    @Override
    public Actor of(SecurityIdentity identity) {
        return CurrentActor.of(identity);
    }
}
