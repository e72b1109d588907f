package io.masthead.user.account;

import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.user.credential.Passwords;
import io.masthead.user.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Sets another password for an account. All sessions end, and reset links that were mailed before stop working.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PasswordChange {

    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;

    PasswordChange(Passwords passwords, Sessions sessions, AuditTrail audit) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** @param hash the result of {@link Passwords#hash}, computed outside of this transaction */
    void store(long userId, String hash, Long byUserId) {
        store(userId, hash, byUserId, "password_changed");
    }

    /** As {@link #store}, for a user who lost the old password and proved their identity by a link. */
    public void reset(long userId, String hash) {
        store(userId, hash, userId, "password_reset");
    }

    private void store(long userId, String hash, Long byUserId, String action) {
        passwords.store(userId, hash);
        audit.record(new AuditRecord(byUserId, "user", userId, action, "person", ""));
        // Mailed links and challenges end with the sessions.
        sessions.endAll(userId, null, byUserId);
    }
}
