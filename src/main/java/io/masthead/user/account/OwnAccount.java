package io.masthead.user.account;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.user.User;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserChanges;
import io.masthead.user.UserService;
import io.masthead.user.password.Passwords;
import io.masthead.user.secret.OneTimeSecrets;
import io.masthead.user.secret.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets people change the own account, if they have signed in. What decides who gets in takes the
 * password once more: a session that was left open must not become a stolen account.
 */
@ApplicationScoped
public class OwnAccount {

    private final UserAccounts accounts;
    private final UserService users;
    private final PasswordChange passwordChange;
    private final Passwords passwords;
    private final OneTimeSecrets secrets;

    OwnAccount(
            UserAccounts accounts,
            UserService users,
            PasswordChange passwordChange,
            Passwords passwords,
            OneTimeSecrets secrets) {
        this.accounts = accounts;
        this.users = users;
        this.passwordChange = passwordChange;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /**
     * @param currentPassword needed for another e-mail address, where the account has a password
     * @throws CmsException as {@link UserAccounts#update}, and {@link ErrorCode#VALIDATION_FAILED}
     *     for {@code currentPassword}
     */
    public User update(
            UserChanges changes, String currentPassword, ExpectedVersion expected, Actor actor) {
        requireSignedIn(actor, "change your account");
        if (changes.email().isSet()) {
            requirePassword(actor.userId(), currentPassword);
        }
        return QuarkusTransaction.requiringNew().call(() -> change(changes, expected, actor));
    }

    /**
     * Ends every session, the one of this request included.
     *
     * @param currentPassword not looked at where the account has none
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code currentPassword} or
     *     {@code newPassword}
     */
    public void changePassword(String currentPassword, String newPassword, Actor actor) {
        requireSignedIn(actor, "change your password");
        var violations = new Violations();
        violations.require(
                newPassword != null, "newPassword", "required", "'newPassword' must not be empty.");
        violations.throwIfAny();
        long id = actor.userId();
        requirePassword(id, currentPassword);
        var user = users.me(actor);
        var hash = passwords.hash("newPassword", newPassword, user.login(), user.email());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            accounts.hold(id);
                            passwordChange.store(id, hash, id);
                        });
    }

    private User change(UserChanges changes, ExpectedVersion expected, Actor actor) {
        var update = accounts.update(actor.userId(), changes, expected, actor.userId());
        if (update.emailChanged()) {
            secrets.revoke(SecretFormat.RESET, actor.userId());
        }
        return update.user();
    }

    private void requirePassword(long userId, String password) {
        if (!passwords.has(userId)) {
            return;
        }
        if (password == null || password.isEmpty()) {
            throw CmsException.field(
                    "currentPassword",
                    "required",
                    "'currentPassword' must be the password that you have now.");
        }
        if (!passwords.verify(userId, password)) {
            throw CmsException.field(
                    "currentPassword", "wrong", "'currentPassword' is not your password.");
        }
    }

    private static void requireSignedIn(Actor actor, String what) {
        if (actor.isAnonymous()) {
            throw actor.refused(what);
        }
        actor.require(Scope.ACCOUNT);
    }
}
