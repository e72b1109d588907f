package io.masthead.user.account;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.user.NewUser;
import io.masthead.user.Role;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserPatch;
import io.masthead.user.UserService;
import io.masthead.user.UserView;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets administrators add accounts and change those of others. */
@ApplicationScoped
public class Accounts {

    private final UserAccounts accounts;
    private final UserService users;
    private final PasswordChange passwordChange;
    private final Passwords passwords;
    private final Sessions sessions;
    private final OneTimeTokens oneTimeTokens;
    private final Idempotency idempotency;

    Accounts(
            UserAccounts accounts,
            UserService users,
            PasswordChange passwordChange,
            Passwords passwords,
            Sessions sessions,
            OneTimeTokens oneTimeTokens,
            Idempotency idempotency) {
        this.accounts = accounts;
        this.users = users;
        this.passwordChange = passwordChange;
        this.passwords = passwords;
        this.sessions = sessions;
        this.oneTimeTokens = oneTimeTokens;
        this.idempotency = idempotency;
    }

    /**
     * Holds no transaction and no connection while a password is hashed.
     *
     * @param password null for an account without a password
     * @param key null if a repeated request need not be recognised
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for a role above the lowest given by a caller with a
     *     token; as {@link UserAccounts#create}, {@link ErrorCode#VALIDATION_FAILED} for {@code password}, and
     *     {@link ErrorCode#IDEMPOTENCY_KEY_INVALID} for a key together with a password
     */
    public UserView create(NewUser wanted, String password, RequestKey key, Actor actor) {
        actor.require(Capability.CREATE_USERS, Scope.USERS_WRITE, "create users");
        if (wanted.role().value() != null && wanted.role().value() != Role.SUBSCRIBER) {
            requirePromotion(actor);
        }
        if (password != null) {
            actor.require(Scope.FIRST_PASSWORDS);
        }
        if (password != null && key != null) {
            // The hash of the body, which is stored with a key, would let the password be guessed.
            throw new CmsException(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID, "A request with a password cannot have an Idempotency-Key.");
        }
        var hash = password == null ? null : hash(wanted, password);
        return Transactions.requiringNew().call(() -> {
            long id = idempotency.once(key, "user", actor, () -> add(wanted, hash, actor));
            return users.get(id, actor);
        });
    }

    /**
     * Holds no transaction and no connection while a password is hashed.
     *
     * @throws CmsException as {@link UserAccounts#update}, {@link ErrorCode#VALIDATION_FAILED} for {@code
     *     password}, and {@link ErrorCode#OWN_ACCOUNT} for the caller's own e-mail address and password, which
     *     {@link OwnAccount} changes
     */
    public UserView update(long id, UserPatch wanted, Patch<String> password, ExpectedVersion expected, Actor actor) {
        actor.require(Capability.EDIT_USERS, Scope.USERS_WRITE, "change users");
        var changes = wanted.differingFrom(users.find(id).orElseThrow(UserService::notFound));
        if (changes.role().isSet()) {
            requirePromotion(actor);
        }
        if (changes.suspended().isSet()
                && !Boolean.TRUE.equals(changes.suspended().value())) {
            actor.requireSignIn();
        }
        if (actor.is(id) && (changes.email().isSet() || password.isSet())) {
            // A token that may change users must not use this to gain full access to the account.
            throw new CmsException(
                    ErrorCode.OWN_ACCOUNT,
                    "Sign in to change your own e-mail address and password at your own account.");
        }
        if (changes.email().isSet() || password.isSet()) {
            actor.requireSignIn();
        }
        var hash = hash(password, id);
        return Transactions.requiringNew().call(() -> {
            change(id, changes, hash, expected, actor);
            return users.get(id, actor);
        });
    }

    private String hash(NewUser wanted, String password) {
        var violations = new Violations();
        wanted.normalized(violations);
        return passwords.hash(violations, "password", password, wanted.login(), wanted.email());
    }

    private long add(NewUser wanted, String hash, Actor actor) {
        long id = accounts.create(wanted, actor.userId()).id();
        if (hash != null) {
            passwordChange.store(id, hash, actor.userId());
        }
        return id;
    }

    private void change(long id, UserPatch changes, String hash, ExpectedVersion expected, Actor actor) {
        var update = accounts.update(id, changes, expected, actor.userId());
        if (hash != null) {
            passwordChange.store(id, hash, actor.userId());
        }
        if (update.emailChanged()) {
            oneTimeTokens.revoke(SecretFormat.RESET, id);
        }
        // Also if reinstated: a sign-in during the suspension may have opened a session that was not usable.
        if (update.suspensionChanged()) {
            sessions.endAll(id, null, actor.userId());
        }
    }

    /** Null if the password does not change. */
    private String hash(Patch<String> password, long id) {
        var violations = new Violations();
        var given = violations.hasValue("password", password);
        violations.throwIfAny();
        if (!given) {
            return null;
        }
        var user = users.find(id).orElseThrow(UserService::notFound);
        return passwords.hash("password", password.value(), user.login(), user.email());
    }

    private static void requirePromotion(Actor actor) {
        actor.require(Capability.PROMOTE_USERS, Scope.USERS_WRITE, "change the roles of users");
        actor.requireSignIn();
    }
}
