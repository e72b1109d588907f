package io.masthead.auth;

import io.masthead.kernel.Actor;
import io.quarkus.security.identity.CurrentIdentityAssociation;

import jakarta.enterprise.context.RequestScoped;

/** Who sent this request; a guest where no credentials came with it. */
@RequestScoped
public class CurrentActor {

    static final String ATTRIBUTE = "masthead.actor";

    private final CurrentIdentityAssociation identity;

    CurrentActor(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /**
     * @throws io.quarkus.security.AuthenticationFailedException for credentials that are not valid
     */
    public Actor get() {
        var current = identity.getDeferredIdentity().await().indefinitely();
        Actor actor = current.getAttribute(ATTRIBUTE);
        return actor == null ? Actor.ANONYMOUS : actor;
    }
}
