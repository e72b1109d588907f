package io.masthead.api.v1.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Tokens;
import io.masthead.user.UserEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site never loses its last administrator, also where two of them shut each other out. */
@QuarkusTest
class LastAdministratorTest {

    private final Tokens tokens = new Tokens();

    @Inject
    EntityManager entities;

    @Inject
    UserEvents access;

    private Account one;
    private Account other;
    private Account heir;
    private String tokenOfOne;
    private String tokenOfOther;

    @BeforeEach
    void two_administrators_alone() {
        heir = Account.ofRole("subscriber");
        one = Account.ofRole("administrator");
        other = Account.ofRole("administrator");
        tokenOfOne = tokens.scoped(one.id(), Scope.values());
        tokenOfOther = tokens.scoped(other.id(), Scope.values());
        set("update users set suspended_at = created_at"
                + " where role = 'ADMINISTRATOR' and id not in (:one, :other)");
    }

    @AfterEach
    void the_others_are_back() {
        set("update users set suspended_at = null" + " where role = 'ADMINISTRATOR' and id not in (:one, :other)");
        one.change(Map.of("role", "subscriber"));
        other.change(Map.of("role", "subscriber"));
    }

    @Test
    void two_who_demote_each_other_at_once_leave_one() throws Exception {
        atOnce((token, them) -> with(token).body(Map.of("role", "subscriber")).patch(them.path()));
    }

    @Test
    void two_who_suspend_each_other_at_once_leave_one() throws Exception {
        atOnce((token, them) -> with(token).body(Map.of("suspended", true)).patch(them.path()));
    }

    @Test
    void two_who_delete_each_other_at_once_leave_one() throws Exception {
        atOnce((token, them) -> with(token).delete(them.path() + "?permanent=true&reassignTo=" + heir.id()));
    }

    @Test
    void who_is_suspended_does_not_count() {
        with(tokenOfOne)
                .body(Map.of("suspended", true))
                .patch(other.path())
                .then()
                .statusCode(200);
        // Not the last one who can sign in, so that it may go.
        with(tokenOfOne)
                .body(Map.of("role", "editor"))
                .patch(other.path())
                .then()
                .statusCode(200);
        with(tokenOfOne)
                .body(Map.of("role", "editor"))
                .patch(one.path())
                .then()
                .statusCode(409)
                .body("code", is("own_account"));
    }

    private void atOnce(BiFunction<String, Account, Response> step) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Response>> calls =
                    List.of(() -> step.apply(tokenOfOne, other), () -> step.apply(tokenOfOther, one));
            int done = 0;
            for (var call : threads.invokeAll(calls)) {
                var answer = call.get();
                if (answer.statusCode() < 300) {
                    done++;
                } else {
                    // Too late by a breath, the token itself is refused.
                    assertThat(answer.<String>path("code")).isIn("last_administrator", "forbidden", "unauthenticated");
                }
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(administrators()).isEqualTo(1L);
    }

    private long administrators() {
        return (Long) entities.createNativeQuery(
                        "select count(*) from users" + " where role = 'ADMINISTRATOR' and suspended_at is null",
                        Long.class)
                .getSingleResult();
    }

    private void set(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(sql)
                    .setParameter("one", one.id())
                    .setParameter("other", other.id())
                    .executeUpdate();
            access.accessChanged(one.id());
        });
    }

    private static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }
}
