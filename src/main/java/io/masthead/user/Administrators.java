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
 * Sees to it that a site keeps somebody who can manage it. Whatever could take the last one away
 * holds all of them first, so that two of them who shut each other out take turns.
 */
@ApplicationScoped
class Administrators {

    private final UserRepository users;

    Administrators(UserRepository users) {
        this.users = users;
    }

    /**
     * Holds users still until the end of the transaction, and with them everybody who can manage
     * the site. It must be the first that the transaction reads of them.
     *
     * @return those of these who are there, and all administrators, by id
     */
    Map<Long, User> hold(Collection<Long> ids) {
        return users.lockWithAdministrators(Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /**
     * Lets a user be shut out, deleted, or given another role.
     *
     * @param held what {@link #hold} gave
     * @param byUserId who does it; null where no user does
     * @throws CmsException {@link ErrorCode#OWN_ACCOUNT} or {@link ErrorCode#LAST_ADMINISTRATOR}
     */
    void requireDispensable(User user, Map<Long, User> held, Long byUserId) {
        requireOther(user.id(), byUserId);
        if (user.isActiveAdministrator()
                && held.values().stream().noneMatch(other -> other != user && other.isActiveAdministrator())) {
            throw new CmsException(
                    ErrorCode.LAST_ADMINISTRATOR,
                    "This is the last administrator who can sign in; let another one in first.");
        }
    }

    /**
     * @throws CmsException {@link ErrorCode#OWN_ACCOUNT}
     */
    static void requireOther(long id, Long byUserId) {
        if (byUserId != null && byUserId == id) {
            throw new CmsException(
                    ErrorCode.OWN_ACCOUNT,
                    "Nobody suspends or deletes the own account, or changes the own role; ask"
                            + " another administrator.");
        }
    }
}
