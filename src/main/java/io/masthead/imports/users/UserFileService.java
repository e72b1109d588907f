package io.masthead.imports.users;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.user.account.AccountImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** Imports a file of the users of a WordPress site, for signed-in administrators. */
@ApplicationScoped
public class UserFileService {

    private static final String IMPORT = "import users";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final AccountImport accounts;
    private final Ids ids;

    UserFileService(AccountImport accounts, Ids ids) {
        this.accounts = accounts;
        this.ids = ids;
    }

    /**
     * Checks that the caller may import users, before the file is received. A token is not enough: credentials
     * it created would outlive its revocation.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED}, {@link ErrorCode#FORBIDDEN} or {@link
     *     ErrorCode#SCOPE_MISSING}
     */
    public void requireAllowed(Actor actor) {
        actor.require(Capability.IMPORT, IMPORT);
        actor.require(Capability.CREATE_USERS, IMPORT);
        actor.require(Capability.EDIT_USERS, IMPORT);
        actor.require(Capability.PROMOTE_USERS, IMPORT);
        actor.require(Scope.ACCOUNT);
    }

    /**
     * Adds all users of the file, or none.
     *
     * @param file CSV, read to its end and left open
     * @throws CmsException as {@link #requireAllowed}, {@link ErrorCode#BODY_TOO_LARGE}, or {@link
     *     ErrorCode#VALIDATION_FAILED} for {@code file} or for each invalid row and column
     */
    @Transactional(Transactional.TxType.NEVER)
    public ImportedUsers add(InputStream file, Actor actor) {
        requireAllowed(actor);
        var rows = UserFile.read(file);
        Transactions.requiringNew().run(() -> check(rows));
        var done = Transactions.requiringNew(TIMEOUT).call(() -> write(rows, actor));
        if (rows.stream().anyMatch(row -> row.account().id() != null)) {
            ids.moveBeyondUsed(IdSpace.USER);
        }
        return done;
    }

    private void check(List<UserRow> rows) {
        var violations = new Violations();
        rows.forEach(row -> UserRow.attempt(row.number(), () -> accounts.check(row.account()), violations));
        UserFile.throwIfAny(violations);
    }

    private ImportedUsers write(List<UserRow> rows, Actor actor) {
        int created = 0;
        int passwords = 0;
        for (var row : rows) {
            var outcome = add(row, actor);
            created += outcome.created() ? 1 : 0;
            passwords += outcome.passwordTaken() ? 1 : 0;
        }
        return new ImportedUsers(created, rows.size() - created, passwords);
    }

    /** A refused row now rolls back all rows before it. */
    private AccountImport.Outcome add(UserRow row, Actor actor) {
        try {
            return accounts.add(row.account(), actor.userId());
        } catch (CmsException e) {
            var violations = new Violations();
            UserRow.attempt(
                    row.number(),
                    () -> {
                        throw e;
                    },
                    violations);
            violations.throwIfAny();
            throw e;
        }
    }
}
