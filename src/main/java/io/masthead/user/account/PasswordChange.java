package io.masthead.user.account;

import io.masthead.audit.AuditTrail;
import io.masthead.audit.Deed;
import io.masthead.user.password.Passwords;
import io.masthead.user.secret.OneTimeSecrets;
import io.masthead.user.secret.SecretFormat;
import io.masthead.user.session.Sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Gives an account another password: whoever got in by the old one is out, and no link that was
 * mailed before leads to yet another one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PasswordChange {

    private final Passwords passwords;
    private final Sessions sessions;
    private final OneTimeSecrets secrets;
    private final AuditTrail audit;

    PasswordChange(
            Passwords passwords, Sessions sessions, OneTimeSecrets secrets, AuditTrail audit) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * @param hash what {@link Passwords#hash} gave, outside of this transaction
     */
    void store(long userId, String hash, Long byUserId) {
        passwords.store(userId, hash);
        secrets.revoke(SecretFormat.RESET, userId);
        audit.record(new Deed(byUserId, "user", userId, "password_changed", "person", ""));
        sessions.endAll(userId, null, byUserId);
    }
}
