package io.masthead.user.account;

import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.user.credential.Passwords;
import io.masthead.user.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Gives an account another password: whoever got in by the old one is out, and no link that was
 * mailed before leads to yet another one.
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

    /**
     * @param hash what {@link Passwords#hash} gave, outside of this transaction
     */
    void store(long userId, String hash, Long byUserId) {
        store(userId, hash, byUserId, "password_changed");
    }

    /** As {@link #store}, by somebody who has lost the old one and proved it by a link. */
    public void reset(long userId, String hash) {
        store(userId, hash, userId, "password_reset");
    }

    private void store(long userId, String hash, Long byUserId, String action) {
        passwords.store(userId, hash);
        audit.record(new AuditRecord(byUserId, "user", userId, action, "person", ""));
        // Links and challenges end with the sessions.
        sessions.endAll(userId, null, byUserId);
    }
}
