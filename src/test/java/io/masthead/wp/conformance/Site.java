package io.masthead.wp.conformance;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The running site, as far as a replay moves it beside asking: its clock, memory and switches. */
@Singleton
class Site {

    static final Actor OWNER = new Actor(User.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.capabilities());

    private static final int STOCK_FLOOD_SECONDS = 15;

    private final Tokens tokens = new Tokens();
    private final UserEvents access;
    private final TestClock clock;
    private Blog owner = Blog.ofAdministrator();
    private Map<String, Object> rules = Map.of();

    Site(UserEvents access, TestClock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Gives its owner a way in, which a database that was just migrated does not have. */
    void open() {
        owner = Blog.of(tokens.scoped(User.FIRST_ADMINISTRATOR, Scope.SETTINGS_WRITE));
        begin();
    }

    /** Goes on as the site of all tests, where {@link FirstAdministrator#TOKEN} is the way in. */
    void close() {
        clock.putRight();
        owner = Blog.ofAdministrator();
        forget();
    }

    void setClock(Instant time) {
        clock.putForward(Duration.between(Instant.now(), time));
    }

    /** Remembers nothing of a state of the database that has been replaced; as a group begins. */
    void begin() {
        forget();
        rules = Map.of();
        allow(false, true);
    }

    /** Who may comment, and how fast, from now on. */
    void allow(boolean guests, boolean floodCheck) {
        Map<String, Object> wanted =
                Map.of("commentsRequireSignIn", !guests, "commentsFloodSeconds", floodCheck ? STOCK_FLOOD_SECONDS : 0);
        if (!wanted.equals(rules)) {
            change(wanted);
            rules = wanted;
        }
    }

    private void forget() {
        QuarkusTransaction.requiringNew().run(() -> access.accessChanged(User.FIRST_ADMINISTRATOR));
        // Any change of the settings, even none, lets them be read anew.
        change(Map.of());
    }

    private void change(Map<String, Object> settings) {
        owner.asking().body(settings).patch("/api/v1/settings").then().statusCode(200);
    }
}
