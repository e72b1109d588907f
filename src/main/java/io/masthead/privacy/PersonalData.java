package io.masthead.privacy;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.PersonalComment;
import io.masthead.comment.PersonalDataBatches;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Cursor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.user.User;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Exports and erases comments tied to an e-mail address: those written with it, and those of its account. For
 * callers who may manage privacy; the address is never logged. The profile data of an account is deleted with
 * the account, see {@link UserDeletion}.
 */
@ApplicationScoped
public class PersonalData {

    /** The maximum per call. */
    static final int MAX_AT_ONCE = 5_000;

    public static final int MAX_EMAIL = 320;
    private static final int BATCH = 200;

    private final PersonalDataBatches batches;
    private final UserService users;

    PersonalData(PersonalDataBatches batches, UserService users) {
        this.batches = batches;
        this.users = users;
    }

    /**
     * @param comments how many were changed or deleted
     * @param more whether another call is needed
     * @param account whether an account has the address; its own data stays until it is deleted
     */
    public record Erasure(int comments, boolean more, boolean account) {}

    /** The account with this address. */
    public Optional<User> account(String email, Actor actor) {
        require(actor);
        return users.findByEmail(key(email));
    }

    /** @throws CmsException {@link ErrorCode#VALIDATION_FAILED} if it is no e-mail address */
    public Page<PersonalComment> comments(String email, PageRequest page, Actor actor) {
        require(actor);
        var key = key(email);
        return batches.page(key, page, Cursor.scopeOf("personal " + key));
    }

    /**
     * Anonymises the comments, or deletes them permanently, in several transactions: those that are done stay
     * done if a later one fails.
     *
     * @param mode absent or null for {@link ErasureMode#ANONYMIZE}
     */
    public Erasure erase(String email, Patch<ErasureMode> mode, Actor actor) {
        require(actor);
        var key = key(email, mode);
        var delete = mode.value() == ErasureMode.DELETE;
        int erased = 0;
        int batch;
        do {
            batch = batches.erase(key, delete, BATCH, actor);
            erased += batch;
        } while (batch == BATCH && erased < MAX_AT_ONCE);
        return new Erasure(erased, batch == BATCH, users.findByEmail(key).isPresent());
    }

    private static void require(Actor actor) {
        actor.require(Capability.MANAGE_PRIVACY, Scope.PRIVACY_WRITE, "manage personal data");
    }

    private static String key(String email) {
        return key(email, Patch.absent());
    }

    private static String key(String email, Patch<ErasureMode> mode) {
        var violations = new Violations();
        violations.addFault(mode);
        violations.requiredText("email", email, MAX_EMAIL);
        violations.throwIfAny();
        return CommentAuthor.emailKey(email);
    }
}
