package io.masthead.auth;

import io.masthead.kernel.Actor;
import io.masthead.user.session.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who sent this request; a guest where no credentials came with it. */
@RequestScoped
public class CurrentActor {

    static final String ATTRIBUTE = "masthead.caller";

    private final CurrentIdentityAssociation identity;

    CurrentActor(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /**
     * @throws io.quarkus.security.AuthenticationFailedException for credentials that are not valid
     */
    public Actor get() {
        return of(caller());
    }

    /** The same before there is a request to be current, for an identity that is known. */
    public static Actor of(SecurityIdentity identity) {
        return of(identity.<Caller>getAttribute(ATTRIBUTE));
    }

    private static Actor of(Caller caller) {
        return caller == null ? Actor.ANONYMOUS : caller.actor();
    }

    /** The session behind the access token of this request; null where it came otherwise. */
    public Long sessionId() {
        var caller = caller();
        return caller == null ? null : caller.sessionId();
    }

    /** The token that this request came with; null where it came otherwise. */
    public Long tokenId() {
        var caller = caller();
        return caller == null ? null : caller.tokenId();
    }

    private Caller caller() {
        return identity.getDeferredIdentity().await().indefinitely().getAttribute(ATTRIBUTE);
    }
}
