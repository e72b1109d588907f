package io.masthead.user.social;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserService;
import io.masthead.user.credential.CurrentPasswordCheck;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** The accounts at other sites that a user signs in with, for that user. */
@ApplicationScoped
@Transactional
public class UserIdentities {

    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(5);

    private final UserIdentityRepository identities;
    private final UserAccounts accounts;
    private final UserService users;
    private final OneTimeTokens oneTimeTokens;
    private final Passwords passwords;
    private final CurrentPasswordCheck currentPasswordCheck;
    private final Sessions sessions;
    private final AuditTrail audit;

    UserIdentities(
            UserIdentityRepository identities,
            UserAccounts accounts,
            UserService users,
            OneTimeTokens oneTimeTokens,
            Passwords passwords,
            CurrentPasswordCheck currentPasswordCheck,
            Sessions sessions,
            AuditTrail audit) {
        this.identities = identities;
        this.accounts = accounts;
        this.users = users;
        this.oneTimeTokens = oneTimeTokens;
        this.passwords = passwords;
        this.currentPasswordCheck = currentPasswordCheck;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The caller's own, earliest first, at most {@value PageRequest#MAX_LIMIT}. */
    public Page<UserIdentity> of(Actor actor) {
        requireOwner(actor, "see how you sign in");
        return Page.whole(identities.of(actor.userId(), PageRequest.MAX_LIMIT));
    }

    /**
     * Issues a token with which a browser starts a sign-in that links one more account to the caller's.
     *
     * @param provider our name of the site
     * @param currentPassword ignored if the account has none
     * @param address the client's network address
     * @throws CmsException as {@link CurrentPasswordCheck#require}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String issueTicket(String provider, String currentPassword, String address, Actor actor) {
        requireOwner(actor, "add a way to sign in");
        var account = Transactions.requiringNew().call(() -> users.me(actor));
        currentPasswordCheck.require(account, currentPassword, address);
        return Transactions.requiringNew()
                .call(() -> oneTimeTokens.issue(SecretFormat.LINK_TICKET, actor.userId(), provider, TICKET_LIFETIME));
    }

    /**
     * Unlinks one of the caller's own.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}, or {@link ErrorCode#LAST_WAY_IN} if neither
     *     a password nor another account would remain
     */
    public void remove(long id, Actor actor) {
        requireOwner(actor, "remove a way to sign in");
        long userId = actor.userId();
        // Locked: two concurrent requests must not each remove the other's remaining sign-in method.
        accounts.lock(userId);
        var identity = identities
                .findByIdOptional(id)
                .filter(one -> one.userId() == userId)
                .orElseThrow(
                        () -> new CmsException(ErrorCode.CREDENTIAL_NOT_FOUND, "There is no such sign-in method."));
        if (identities.count("userId", userId) == 1 && !passwords.has(userId)) {
            throw new CmsException(
                    ErrorCode.LAST_WAY_IN,
                    "This is the only sign-in method of the account; set a password or add another one first.");
        }
        identities.delete(identity);
        // Sessions opened with it end: it may have been someone else's.
        sessions.endOpenedWith(userId, identity.provider(), userId);
        audit.record(new AuditRecord(userId, "user", userId, "identity_removed", "person", identity.provider()));
    }

    private static void requireOwner(Actor actor, String what) {
        if (actor.isAnonymous()) {
            throw actor.refused(what);
        }
        actor.require(Scope.ACCOUNT);
    }
}
