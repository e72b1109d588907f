package io.masthead.auth;

import io.masthead.kernel.Actor;
import io.masthead.user.session.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The caller of this request; a guest without credentials. */
@RequestScoped
public class CurrentActor {

    static final String ATTRIBUTE = "masthead.caller";

    private final CurrentIdentityAssociation identity;

    CurrentActor(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** @throws io.quarkus.security.AuthenticationFailedException for invalid credentials */
    public Actor get() {
        return of(caller());
    }

    /** The actor of a known identity, outside of a request scope. */
    public static Actor of(SecurityIdentity identity) {
        return of(identity.<Caller>getAttribute(ATTRIBUTE));
    }

    private static Actor of(Caller caller) {
        return caller == null ? Actor.ANONYMOUS : caller.actor();
    }

    /** The session of this request's access token; null without one. */
    public Long sessionId() {
        var caller = caller();
        return caller == null ? null : caller.sessionId();
    }

    /** The token sent with this request; null without one. */
    public Long tokenId() {
        var caller = caller();
        return caller == null ? null : caller.tokenId();
    }

    private Caller caller() {
        return identity.getDeferredIdentity().await().indefinitely().getAttribute(ATTRIBUTE);
    }
}
