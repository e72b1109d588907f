package io.masthead.user.account;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.user.NewUser;
import io.masthead.user.Person;
import io.masthead.user.User;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserImport;
import io.masthead.user.UserPatch;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Imports users of a WordPress site with e-mail address, role and password. Only {@code imports} may call it,
 * and checks who may import.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccountImport {

    private final UserImport users;
    private final UserAccounts accounts;
    private final Passwords passwords;
    private final OneTimeTokens oneTimeTokens;
    private final AuditTrail audit;

    AccountImport(
            UserImport users,
            UserAccounts accounts,
            Passwords passwords,
            OneTimeTokens oneTimeTokens,
            AuditTrail audit) {
        this.users = users;
        this.accounts = accounts;
        this.passwords = passwords;
        this.oneTimeTokens = oneTimeTokens;
        this.audit = audit;
    }

    /**
     * The result for one account.
     *
     * @param created false if the account existed
     * @param passwordTaken false if the account kept the password it had
     */
    public record Outcome(boolean created, boolean passwordTaken) {}

    /**
     * Checks what can be checked before anything is written.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code login}, {@code email}, {@code name}
     *     or {@code slug}
     */
    @Transactional(
            value = Transactional.TxType.MANDATORY,
            dontRollbackOn = CmsException.class) // more accounts are checked after a refusal
    public void check(ImportedAccount account) {
        UserAccounts.check(asNew(account), users.findByLogin(account.login()).isEmpty());
    }

    /**
     * Adds the account, or updates the account with this login: e-mail address, role and the other known
     * values. A password that was set here stays, since it may be newer, and a repeated import must not restore
     * an abandoned one.
     *
     * @param byUserId who imports
     * @throws CmsException as {@link UserAccounts#create} and {@link UserAccounts#update}, and {@link
     *     ErrorCode#VALIDATION_FAILED} for {@code hash}
     */
    public Outcome add(ImportedAccount account, Long byUserId) {
        var existing = users.findByLogin(account.login()).map(User::id);
        long id = existing.isPresent()
                ? update(existing.get(), account, byUserId)
                : accounts.create(account.id(), asNew(account), byUserId).id();
        var hasNone = !passwords.has(id);
        if (hasNone) {
            passwords.importHash(id, account.hash());
            audit.record(new AuditRecord(byUserId, "user", id, "password_imported", "person", ""));
        }
        return new Outcome(existing.isEmpty(), hasNone);
    }

    private long update(long id, ImportedAccount account, Long byUserId) {
        var changes = new UserPatch(
                ifKnown(account.name()),
                ifKnown(account.slug()),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.to(account.email()),
                Patch.to(account.role()),
                Patch.absent());
        if (accounts.update(id, changes, ExpectedVersion.ANY, byUserId).emailChanged()) {
            oneTimeTokens.revoke(SecretFormat.RESET, id);
        }
        return id;
    }

    private static NewUser asNew(ImportedAccount account) {
        return new NewUser(
                account.login(),
                account.email(),
                account.name() == null ? account.login() : account.name(),
                account.slug(),
                null,
                null,
                null,
                account.role(),
                null,
                Person.UNKNOWN);
    }

    private static Patch<String> ifKnown(String value) {
        return value == null ? Patch.absent() : Patch.to(value);
    }
}
