package io.masthead.user;

import io.masthead.ids.IdSpace;
import io.masthead.ids.Ids;
import io.masthead.slug.SlugRegistry;
import io.masthead.text.Slugs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;

/** Makes accounts for readers who come from another site, and so choose neither login nor role. */
@ApplicationScoped
@Transactional
public class ReaderAccounts {

    private static final String LOGIN = "reader-";
    private static final String NAMELESS = "Reader";

    private final UserRepository users;
    private final SlugRegistry slugs;
    private final Ids ids;
    private final Clock clock;

    ReaderAccounts(UserRepository users, SlugRegistry slugs, Ids ids, Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a subscriber without a password. The login is made up, since it must tell nothing of
     * the person.
     *
     * @param name at most 250 code points; empty where it is not known
     * @param email one that is known to be the person's, which is left out where an account has it;
     *     null for none
     */
    public User create(String name, String email) {
        long id = ids.next(IdSpace.USER);
        var login = freeLogin(id);
        var displayName = name.isBlank() ? NAMELESS : name.strip();
        var slug = Slugs.from(displayName);
        var user =
                new User(
                        id,
                        login,
                        email == null || users.hasEmail(email) ? null : email,
                        displayName,
                        slugs.claimFree(
                                UserService.SLUG_SCOPE,
                                slug.isEmpty() ? Long.toString(id) : slug,
                                id),
                        Role.SUBSCRIBER,
                        clock.instant());
        users.persist(user);
        return user;
    }

    private String freeLogin(long id) {
        var login = LOGIN + id;
        for (int number = 2; users.findByLogin(login).isPresent(); number++) {
            login = LOGIN + id + "-" + number;
        }
        return login;
    }
}
