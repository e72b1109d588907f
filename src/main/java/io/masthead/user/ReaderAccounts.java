package io.masthead.user;

import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Creates accounts for readers who come from another site, and so choose neither login nor role. */
@ApplicationScoped
@Transactional
public class ReaderAccounts {

    private static final String LOGIN = "reader-";
    private static final String NAMELESS = "Reader";

    private final UserRepository users;
    private final ProfileSlugs slugs;
    private final Administrators administrators;
    private final Ids ids;
    private final Clock clock;

    ReaderAccounts(UserRepository users, ProfileSlugs slugs, Administrators administrators, Ids ids, Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.administrators = administrators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a subscriber without a password. The login is generated, so that it says nothing about the
     * person.
     *
     * @param name at most 250 code points; empty if unknown
     * @param email known to be the person's, left out if another account uses it; null for none
     */
    public User create(String name, String email) {
        long id = ids.next(IdSpace.USER);
        // Two requests that take one word, as login and as e-mail address, must not run at the same time.
        administrators.lock(List.of(id));
        var displayName = name.isBlank() ? NAMELESS : name;
        var user = new User(
                id,
                freeLogin(id),
                email == null || users.isTaken(email, id) ? null : email,
                displayName,
                slugs.create(id, displayName, null),
                Role.SUBSCRIBER,
                clock.instant());
        users.persistAndFlush(user);
        return user;
    }

    private String freeLogin(long id) {
        var login = LOGIN + id;
        for (int number = 2; users.isTaken(login, id); number++) {
            login = LOGIN + id + "-" + number;
        }
        return login;
    }
}
