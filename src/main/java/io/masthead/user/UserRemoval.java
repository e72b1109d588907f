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
 * The ends of deleting a user. Between them {@code privacy}, which alone may call this, sees to
 * what the user has written; all of it is one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UserRemoval {

    private final UserRepository users;
    private final UserAddresses addresses;
    private final Administrators administrators;
    private final AuditTrail audit;
    private final UserEvents events;

    UserRemoval(
            UserRepository users,
            UserAddresses addresses,
            Administrators administrators,
            AuditTrail audit,
            UserEvents events) {
        this.users = users;
        this.addresses = addresses;
        this.administrators = administrators;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Decides whether the caller may delete the user at all, and holds nothing yet: posts are held
     * before users everywhere.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} or {@link ErrorCode#OWN_ACCOUNT}
     */
    public void require(long id, Actor actor) {
        actor.require(Capability.DELETE_USERS, Scope.USERS_WRITE, "delete users");
        if (!users.exists(id)) {
            throw UserService.notFound();
        }
        Administrators.requireOther(id, actor.userId());
    }

    /**
     * Holds the user, and who is given the content, until the end of the transaction.
     *
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH},
     *     {@link ErrorCode#LAST_ADMINISTRATOR}, or {@link ErrorCode#USER_CONTENT_UNDECIDED} where
     *     nobody can be given it
     */
    public User begin(long id, long reassignToUserId, ExpectedVersion expected, Actor actor) {
        users.holdForDeletion(id);
        var held = administrators.hold(List.of(id, reassignToUserId));
        var user = held.get(id);
        if (user == null) {
            throw UserService.notFound();
        }
        expected.check(user.version());
        if (reassignToUserId == id) {
            throw cannotReassign("same", "Who is deleted cannot keep the content; name another user.");
        }
        if (!held.containsKey(reassignToUserId)) {
            throw cannotReassign("unknown", "There is no user with the id " + reassignToUserId + ".");
        }
        administrators.requireDispensable(user, held, actor.userId());
        return user;
    }

    /**
     * Deletes a user who has no content any more, with all credentials.
     *
     * @param content what became of the content, in a few words
     */
    public void finish(User user, String content, Actor actor) {
        addresses.forget(user.id());
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
