package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.FirstAdministrator;
import io.masthead.user.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
@TestProfile(FirstStartTest.WithToken.class)
class FirstStartTest {

    private static final String CONFIGURED = SecretFormat.API_TOKEN.generate();

    /** It has a database of its own, since it empties it. */
    public static class WithToken implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("masthead.admin.token", CONFIGURED);
        }
    }

    @Inject
    FirstAdministrator administrator;

    @Inject
    ApiTokenRepository stored;

    @Inject
    ApiTokens tokens;

    @Inject
    EntityManager entities;

    private final ConcurrentLinkedQueue<String> shown = new ConcurrentLinkedQueue<>();

    @Test
    void of_twenty_that_start_at_once_one_makes_a_token_and_shows_it() throws Exception {
        forgetEverybody();

        var barrier = new CyclicBarrier(20);
        Callable<Void> node = () -> {
            barrier.await(20, TimeUnit.SECONDS);
            start(Optional.empty());
            return null;
        };
        var nodes = Executors.newFixedThreadPool(20);
        try {
            for (var result : nodes.invokeAll(Collections.nCopies(20, node))) {
                result.get(20, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(shown)
                .singleElement()
                .satisfies(token -> assertThat(find(token))
                        .map(ApiToken::user)
                        .map(User::id)
                        .contains(User.FIRST_ADMINISTRATOR));
        assertThat(find(CONFIGURED)).isEmpty();
        assertThat(countTokens()).isEqualTo(1);
        assertThat(countUsers()).isEqualTo(1);
    }

    @Test
    void a_configured_token_is_taken_and_not_shown() {
        forgetEverybody();
        start(Optional.of(CONFIGURED));

        assertThat(find(CONFIGURED)).isPresent();
        assertThat(shown).isEmpty();
    }

    @Test
    void a_later_start_adds_nothing() {
        forgetEverybody();
        start(Optional.of(CONFIGURED));
        var other = SecretFormat.API_TOKEN.generate();
        start(Optional.of(other));
        start(Optional.empty());

        assertThat(find(other)).isEmpty();
        assertThat(shown).isEmpty();
        assertThat(countTokens()).isEqualTo(1);
    }

    private void start(Optional<String> configured) {
        var node = new FirstStart(administrator, tokens, shown::add, () -> configured);
        QuarkusTransaction.requiringNew().run(() -> node.onStart(new StartupEvent()));
    }

    private Optional<ApiToken> find(String token) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.find(TokenKind.API_TOKEN, token));
    }

    private void forgetEverybody() {
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(
                                "delete from api_token", "delete from users", "delete from slug where scope = 'user'")
                        .forEach(sql -> entities.createNativeQuery(sql).executeUpdate()));
    }

    private long countUsers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery("select count(*) from users", Long.class)
                        .getSingleResult());
    }

    private long countTokens() {
        return QuarkusTransaction.requiringNew().call(() -> stored.count());
    }
}
