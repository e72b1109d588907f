package io.masthead.user;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ensures that a site always keeps someone who can manage it. Every change that could remove the last
 * administrator locks all administrators first, so that two administrators cannot remove each other at the same
 * time.
 */
@ApplicationScoped
class Administrators {

    private final UserRepository users;

    Administrators(UserRepository users) {
        this.users = users;
    }

    /**
     * Locks these users and all administrators until the end of the transaction. It must be the transaction's
     * first read of them.
     *
     * @return those of the users that exist, and all administrators, by id
     */
    Map<Long, User> lock(Collection<Long> ids) {
        return users.lockWithAdministrators(Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /**
     * Checks that a user may be suspended, deleted, or given another role.
     *
     * @param locked the result of {@link #lock}
     * @param byUserId who makes the change; null if no user does
     * @throws CmsException {@link ErrorCode#OWN_ACCOUNT} or {@link ErrorCode#LAST_ADMINISTRATOR}
     */
    void requireRemovable(User user, Map<Long, User> locked, Long byUserId) {
        requireOther(user.id(), byUserId);
        if (user.isActiveAdministrator()
                && locked.values().stream().noneMatch(other -> other != user && other.isActiveAdministrator())) {
            throw new CmsException(
                    ErrorCode.LAST_ADMINISTRATOR,
                    "This is the last administrator who can sign in; add another one first.");
        }
    }

    /** @throws CmsException {@link ErrorCode#OWN_ACCOUNT} */
    static void requireOther(long id, Long byUserId) {
        if (byUserId != null && byUserId == id) {
            throw new CmsException(
                    ErrorCode.OWN_ACCOUNT,
                    "You cannot suspend or delete your own account, or change your own role; ask"
                            + " another administrator.");
        }
    }
}
