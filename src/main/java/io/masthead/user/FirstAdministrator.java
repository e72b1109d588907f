package io.masthead.user;

import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The account that an empty database gets, so that someone can add others. */
@ApplicationScoped
public class FirstAdministrator {

    private static final String LOGIN = "admin";

    /** Differs from the login, which a public URL must not reveal. */
    private static final String SLUG = "administrator";

    private static final String DISPLAY_NAME = "Administrator";

    private final UserRepository users;
    private final SlugRegistry slugs;
    private final Clock clock;

    FirstAdministrator(UserRepository users, SlugRegistry slugs, Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.clock = clock;
    }

    /**
     * Adds the account if there are no accounts. If two nodes do this at once, the database accepts one of
     * them.
     *
     * @return the account, only if this call added it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<User> add() {
        // Not whenever the account is missing: a deleted one must not come back.
        if (users.count() > 0
                || !users.insertFirstAdministrator(
                        LOGIN, SLUG, DISPLAY_NAME, Folding.key(DISPLAY_NAME), clock.instant())) {
            return Optional.empty();
        }
        slugs.claim(UserService.SLUG_SCOPE, SLUG, User.FIRST_ADMINISTRATOR);
        return users.findByIdOptional(User.FIRST_ADMINISTRATOR);
    }
}
