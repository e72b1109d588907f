package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.event.ChangeAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The first and the last step of deleting a user; only {@code privacy} may call this. Between the two it
 * handles the user's content, all in one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UserDeletionSteps {

    private final UserRepository users;
    private final ProfileSlugs slugs;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final UserEvents events;

    UserDeletionSteps(
            UserRepository users,
            ProfileSlugs slugs,
            Administrators administrators,
            AuditTrail audit,
            UserEvents events) {
        this.users = users;
        this.slugs = slugs;
        this.administrators = administrators;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Checks that the caller may delete the user. It locks nothing yet: posts are locked before users
     * everywhere.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#OWN_ACCOUNT}
     */
    public void requireAllowed(long id, Actor actor) {
        actor.require(Capability.DELETE_USERS, Scope.USERS_WRITE, "delete users");
        if (!users.exists(id)) {
            throw UserService.notFound();
        }
        Administrators.requireOther(id, actor.userId());
    }

    /**
     * Locks the user, and the user who gets the content, until the end of the transaction.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, {@link
     *     ErrorCode#LAST_ADMINISTRATOR}, or {@link ErrorCode#USER_CONTENT_UNDECIDED} if the content cannot be
     *     reassigned to that user
     */
    public User begin(long id, long reassignToUserId, ExpectedVersion expected, Actor actor) {
        users.lockForDeletion(id);
        var locked = administrators.lock(List.of(id, reassignToUserId));
        var user = locked.get(id);
        if (user == null) {
            throw UserService.notFound();
        }
        expected.check(user.version());
        if (reassignToUserId == id) {
            throw cannotReassign("same", "The deleted user cannot keep the content; name another user.");
        }
        if (!locked.containsKey(reassignToUserId)) {
            throw cannotReassign("unknown", "There is no user with the id " + reassignToUserId + ".");
        }
        administrators.requireRemovable(user, locked, actor.userId());
        return user;
    }

    /**
     * Deletes a user without content, and all their credentials.
     *
     * @param content a short note for the audit trail of what happened to the content
     */
    public void complete(User user, String content, Actor actor) {
        slugs.delete(user.id());
        users.delete("id", user.id());
        audit.record(new AuditRecord(actor.userId(), "user", user.id(), "deleted", "person", content));
        events.publish(user, ChangeAction.DELETED, actor.userId());
        events.accessChanged(user.id());
    }

    private static CmsException cannotReassign(String code, String detail) {
        return new CmsException(
                ErrorCode.USER_CONTENT_UNDECIDED, detail, List.of(new FieldError("reassignTo", code, detail)));
    }
}
