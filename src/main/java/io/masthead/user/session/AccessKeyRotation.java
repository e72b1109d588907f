package io.masthead.user.session;

import io.masthead.audit.AuditTrail;
import io.masthead.audit.Deed;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Scope;
import io.masthead.signing.AccessKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Changes the key that access tokens are signed with, as when it may have leaked. */
@ApplicationScoped
public class AccessKeyRotation {

    private final AccessKeys keys;
    private final AuditTrail audit;

    AccessKeyRotation(AccessKeys keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Tokens that were signed before serve until they expire. */
    @Transactional
    public void rotate(Actor actor) {
        actor.require(Capability.MANAGE_SETTINGS, Scope.SETTINGS_WRITE, "change the keys of the site");
        keys.rotate();
        audit.record(new Deed(actor.userId(), "site", null, "keys_rotated", "person", "", null));
    }
}
