package io.masthead.user.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenUseTest {

    private final Tokens tokens = new Tokens();

    @Inject
    ApiTokens stored;

    @Inject
    TokenUse use;

    private final TestClock clock = new TestClock();

    private String token;

    @BeforeEach
    void create_token() {
        token = tokens.scoped(tokens.newcomer().id(), Scope.CONTENT_READ);
    }

    @AfterEach
    void putRight() {
        clock.putRight();
    }

    @Test
    void the_last_use_is_noted_with_its_address() {
        assertThat(read().lastUsedAt()).isNull();
        assertThat(read().lastAddress()).isEmpty();

        var before = clock.instant();
        useFrom("203.0.113.7");

        assertThat(read().lastUsedAt()).isBetween(before, clock.instant());
        assertThat(read().lastAddress()).isEqualTo("203.0.113.7");
    }

    @Test
    void within_a_minute_it_is_noted_once() {
        useFrom("203.0.113.7");
        var first = read().lastUsedAt();
        clock.putForward(Duration.ofSeconds(30));
        useFrom("203.0.113.8");

        assertThat(read().lastUsedAt()).isEqualTo(first);
        assertThat(read().lastAddress()).isEqualTo("203.0.113.7");

        clock.putForward(Duration.ofSeconds(90));
        useFrom("203.0.113.9");

        assertThat(read().lastUsedAt()).isAfter(first);
        assertThat(read().lastAddress()).isEqualTo("203.0.113.9");
    }

    @Test
    void a_later_use_that_another_node_noted_stays() {
        useFrom("203.0.113.7");
        var first = read();

        stored.recordUse(first.id(), first.lastUsedAt().minusSeconds(60), "203.0.113.1");

        assertThat(read().lastUsedAt()).isEqualTo(first.lastUsedAt());
        assertThat(read().lastAddress()).isEqualTo("203.0.113.7");
    }

    @Test
    void a_refused_token_is_not_used() {
        given().header("Authorization", "Bearer " + token + "x").get("/api/v1/me");
        use.write();

        assertThat(read().lastUsedAt()).isNull();
    }

    private void useFrom(String address) {
        given().auth()
                .preemptive()
                .oauth2(token)
                .header("X-Forwarded-For", address)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
        use.write();
    }

    private ApiToken read() {
        return QuarkusTransaction.requiringNew()
                .call(() -> stored.find(TokenKind.API_TOKEN, token).orElseThrow());
    }
}
