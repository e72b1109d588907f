package io.masthead.user.account;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.db.Transactions;
import io.masthead.user.User;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserPatch;
import io.masthead.user.UserService;
import io.masthead.user.credential.CurrentPasswordCheck;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets signed-in users change their own account. Changes to credentials require the current password: a session
 * that was left open must not be enough to take over an account.
 */
@ApplicationScoped
public class OwnAccount {

    private final UserAccounts accounts;
    private final UserService users;
    private final PasswordChange passwordChange;
    private final Passwords passwords;
    private final CurrentPasswordCheck currentPasswordCheck;
    private final OneTimeTokens oneTimeTokens;

    OwnAccount(
            UserAccounts accounts,
            UserService users,
            PasswordChange passwordChange,
            Passwords passwords,
            CurrentPasswordCheck currentPasswordCheck,
            OneTimeTokens oneTimeTokens) {
        this.accounts = accounts;
        this.users = users;
        this.passwordChange = passwordChange;
        this.passwords = passwords;
        this.currentPasswordCheck = currentPasswordCheck;
        this.oneTimeTokens = oneTimeTokens;
    }

    /**
     * @param currentPassword required to change the e-mail address if the account has a password
     * @param address the client's network address
     * @throws CmsException as {@link UserAccounts#update}, {@link ErrorCode#VALIDATION_FAILED} for {@code
     *     currentPassword}, and {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public User update(
            UserPatch wanted, String currentPassword, String address, ExpectedVersion expected, Actor actor) {
        requireSignedIn(actor, "change your account");
        var me = users.me(actor);
        var changes = wanted.differingFrom(me);
        if (changes.email().isSet()) {
            currentPasswordCheck.require(me, currentPassword, address);
        }
        return Transactions.requiringNew().call(() -> change(changes, expected, actor));
    }

    /**
     * Changes the caller's profile, with any credentials that may write users.
     *
     * @throws CmsException as {@link UserAccounts#update}, and {@link ErrorCode#SCOPE_MISSING} for another e-mail
     *     address or a password, since {@link #update} and {@link #changePassword} ask for the current password
     */
    public User updateProfile(UserPatch wanted, Patch<String> password, ExpectedVersion expected, Actor actor) {
        if (actor.isAnonymous()) {
            throw actor.refused("change your profile");
        }
        actor.require(Scope.USERS_WRITE);
        var changes = wanted.differingFrom(users.me(actor));
        if (changes.email().isSet() || password.isSet()) {
            throw new CmsException(
                    ErrorCode.SCOPE_MISSING,
                    "Sign in and change your e-mail address and password at your own account.");
        }
        return Transactions.requiringNew()
                .call(() -> accounts.update(actor.userId(), changes, expected, actor.userId())
                        .user());
    }

    /**
     * Ends every session, including the one of this request.
     *
     * @param currentPassword ignored if the account has none
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code currentPassword} or {@code
     *     newPassword}, and {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void changePassword(String currentPassword, String newPassword, String address, Actor actor) {
        requireSignedIn(actor, "change your password");
        var violations = new Violations();
        violations.require(newPassword != null, "newPassword", "required", "'newPassword' must not be empty.");
        violations.throwIfAny();
        var user = users.me(actor);
        currentPasswordCheck.require(user, currentPassword, address);
        var hash = passwords.hash("newPassword", newPassword, user.login(), user.email());
        Transactions.requiringNew().run(() -> {
            accounts.lock(user.id());
            passwordChange.store(user.id(), hash, user.id());
        });
    }

    private User change(UserPatch changes, ExpectedVersion expected, Actor actor) {
        var update = accounts.update(actor.userId(), changes, expected, actor.userId());
        if (update.emailChanged()) {
            oneTimeTokens.revoke(SecretFormat.RESET, actor.userId());
        }
        return update.user();
    }

    private static void requireSignedIn(Actor actor, String what) {
        if (actor.isAnonymous()) {
            throw actor.refused(what);
        }
        actor.require(Scope.ACCOUNT);
    }
}
