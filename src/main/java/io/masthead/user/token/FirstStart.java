package io.masthead.user;

import io.masthead.slug.SlugRegistry;
import io.masthead.text.Folding;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;

/**
 * Gives an empty database its administrator, with one token, before anything is served. Where two
 * nodes start at once, the database lets one of them add the account; only that one makes a token.
 */
@ApplicationScoped
class FirstStart {

    private static final String LOGIN = "admin";
    private static final String DISPLAY_NAME = "Administrator";

    private final UserRepository users;
    private final SlugRegistry slugs;
    private final TokenService tokens;
    private final FirstToken notice;
    private final AdminConfig config;
    private final Clock clock;

    FirstStart(
            UserRepository users,
            SlugRegistry slugs,
            TokenService tokens,
            FirstToken notice,
            AdminConfig config,
            Clock clock) {
        this.users = users;
        this.slugs = slugs;
        this.tokens = tokens;
        this.notice = notice;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void onStart(@Observes StartupEvent event) {
        // Not whenever the account is missing: one that was deleted must not come back.
        if (users.count() == 0
                && users.insertFirstAdministrator(
                        LOGIN, DISPLAY_NAME, Folding.key(DISPLAY_NAME), clock.instant())) {
            slugs.claim(UserService.SLUG_SCOPE, LOGIN, User.FIRST_ADMINISTRATOR);
            giveToken(users.findById(User.FIRST_ADMINISTRATOR));
        }
    }

    private void giveToken(User administrator) {
        var configured = config.token();
        var token = configured.orElseGet(TokenFormat::generate);
        if (!TokenFormat.isWellFormed(token)) {
            throw new IllegalStateException(
                    "masthead.admin.token is not a Masthead token; 'token generate' prints one.");
        }
        tokens.store(administrator, "First start", token);
        users.flush();
        // Before the commit: a token that was shown in vain is replaced by the next start, while
        // one
        // that was stored and never shown would lock the operator out.
        if (configured.isEmpty()) {
            notice.show(token);
        }
    }
}
