package io.masthead.user.session;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.signing.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Replaces the key that signs access tokens, for example after a leak. */
@ApplicationScoped
public class SigningKeyRotation {

    private final SigningKeys keys;
    private final AuditTrail audit;

    SigningKeyRotation(SigningKeys keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Tokens signed with the old key stay valid until they expire. */
    @Transactional
    public void rotate(Actor actor) {
        actor.require(Capability.MANAGE_SETTINGS, Scope.SETTINGS_WRITE, "change the keys of the site");
        keys.rotate();
        audit.record(new AuditRecord(actor.userId(), "site", null, "keys_rotated", "person", "", null));
    }
}
