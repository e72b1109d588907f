package io.masthead.api.v1.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.masthead.platform.encryption.Secrets;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever guesses is slowed down, and nobody else. */
@QuarkusTest
class AttemptLimitTest {

    private static final String LOGIN = "/api/v1/auth/login";

    private final Tokens tokens = new Tokens();
    private final People people = new People();

    private final Reader guesser = Reader.guest();
    private Person owner;

    @BeforeEach
    void an_account_that_nobody_else_tries() {
        owner = people.with(Role.SUBSCRIBER);
    }

    @Test
    void wrong_passwords_end_in_429_and_then_the_right_one_does_too() {
        assertThat(statuses(15, i -> login(guesser, owner.login(), "wrong " + i)))
                .isEqualTo(refusedAfter(10, 401, 15));

        login(guesser, owner.login(), owner.password())
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, lessThan(61))
                .body("code", is("too_many_attempts"))
                .body(not(containsString(owner.login())));
    }

    @Test
    void a_refusal_is_held_back_for_a_moment() {
        statuses(11, i -> login(guesser, owner.login(), "wrong " + i));

        var fastest = IntStream.range(0, 5)
                .mapToLong(i -> login(guesser, owner.login(), "wrong").time())
                .min();
        assertThat(fastest.getAsLong()).isGreaterThanOrEqualTo(20); // masthead.refusals.delay
    }

    @Test
    void the_limit_holds_whatever_the_client_varies() {
        var names = List.of(owner.login(), owner.email().toUpperCase(Locale.ROOT), " " + owner.login());
        var paths = List.of(LOGIN, LOGIN + "/");

        assertThat(statuses(
                        15,
                        i -> given().contentType("application/json")
                                // Of these only the last was written by a proxy.
                                .header("X-Forwarded-For", "203.0.113." + i + ", " + guesser.address())
                                .header("Forwarded", "for=203.0.113." + i)
                                .header("X-Real-IP", "203.0.113." + i)
                                .header("User-Agent", "agent " + i)
                                .body(Map.of("login", names.get(i % 3), "password", "wrong " + i))
                                .post(paths.get(i % 2))))
                .isEqualTo(refusedAfter(10, 401, 15));
    }

    @Test
    void another_account_each_time_ends_in_429_too() {
        assertThat(statuses(25, i -> login(guesser, Blog.unique("nobody"), "wrong")))
                .isEqualTo(refusedAfter(20, 401, 25));
    }

    @Test
    void what_an_untrusted_peer_says_of_its_client_does_not_count() {
        var behind = Reader.guest();

        assertThat(statuses(
                        15,
                        i -> given().contentType("application/json")
                                .header("X-Forwarded-For", "198.51.100." + i)
                                .header("X-Forwarded-For", behind.address())
                                .body(Map.of("login", owner.login(), "password", "wrong"))
                                .post(LOGIN)))
                .isEqualTo(refusedAfter(10, 401, 15));
    }

    @Test
    void an_account_that_does_not_exist_is_refused_in_the_same_way() {
        var nobody = Blog.unique("nobody");
        var another = Reader.guest();

        for (int i = 0; i < 15; i++) {
            var existing = login(guesser, owner.login(), "wrong");
            var missing = login(another, nobody, "wrong");
            assertThat(missing.statusCode()).isEqualTo(existing.statusCode());
            assertThat(missing.contentType()).isEqualTo(existing.contentType());
            if (existing.statusCode() == 401) {
                assertThat(missing.asString()).isEqualTo(existing.asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"login\": \"L\", \"password\": \"a\"}, {\"login\": \"L\", \"password\": \"P\"}]",
                "{\"login\": \"L\", \"password\": [\"a\", \"P\"]}",
                "{\"login\": \"L\", \"password\": \"a\", \"password\": \"P\"}",
                "{\"login\": [\"x\", \"L\"], \"password\": \"P\"}"
            })
    void one_request_carries_one_credential(String body) {
        guesser.asking()
                .body(body.replace("L", owner.login()).replace("P", owner.password()))
                .post(LOGIN)
                .then()
                .statusCode(400);
    }

    @Test
    void the_owner_gets_in_where_the_owner_is_known_whatever_others_try() {
        var home = Reader.guest();
        login(home, owner.login(), owner.password()).then().statusCode(200);
        statuses(12, i -> login(guesser, owner.login(), "wrong"));

        login(home, owner.login(), owner.password()).then().statusCode(200);
    }

    @Test
    void who_signs_in_often_is_not_slowed_down() {
        assertThat(statuses(25, i -> login(guesser, owner.login(), owner.password())))
                .containsOnly(200);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void codes_of_the_second_factor_end_in_429() {
        giveSecondFactor();
        var challenge = login(guesser, owner.login(), owner.password())
                .then()
                .statusCode(202)
                .extract()
                .<String>path("challenge");

        assertThat(statuses(
                        8,
                        i -> Reader.guest()
                                .asking()
                                .body(Map.of("challenge", challenge, "code", "no code " + i))
                                .post("/api/v1/auth/second-factor")))
                .isEqualTo(refusedAfter(5, 401, 8));
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_session_alone_cannot_guess_the_code_that_turns_the_second_factor_off() {
        var token =
                login(guesser, owner.login(), owner.password()).then().extract().<String>path("accessToken");
        giveSecondFactor();

        for (var operation : List.of("turn-off", "recovery-codes")) {
            assertThat(statuses(
                            8,
                            i -> Reader.guest()
                                    .asking()
                                    .auth()
                                    .oauth2(token)
                                    .body(Map.of("code", "no code " + i))
                                    .post("/api/v1/me/second-factor/" + operation)))
                    .isEqualTo(refusedAfter(operation.equals("turn-off") ? 5 : 0, 422, 8));
        }
    }

    @Test
    void mails_for_a_new_password_are_limited_whether_there_is_an_account_or_not() {
        for (var email : List.of(owner.email(), Blog.unique("nobody") + "@example.org")) {
            assertThat(statuses(
                            8,
                            i -> Reader.guest()
                                    .asking()
                                    .body(Map.of("email", email))
                                    .post("/api/v1/auth/password-reset")))
                    .isEqualTo(refusedAfter(5, 204, 8));
        }
    }

    @Test
    void refresh_tokens_that_nobody_has_end_in_429() {
        assertThat(statuses(
                        25,
                        i -> guesser.asking()
                                .body(Map.of("refreshToken", SecretFormat.REFRESH_TOKEN.generate()))
                                .post("/api/v1/auth/refresh")))
                .isEqualTo(refusedAfter(20, 401, 25));
    }

    @Test
    void tokens_that_nobody_has_end_in_429_and_valid_ones_go_on() {
        assertThat(statuses(25, i -> by("Bearer " + SecretFormat.API_TOKEN.generate(), "/me", i)))
                .isEqualTo(refusedAfter(20, 401, 25));

        by("Bearer " + SecretFormat.API_TOKEN.generate(), "/posts?limit=1", 0)
                .then()
                .statusCode(429)
                .header("Retry-After", not(is("")));
        by("Bearer " + tokens.of(Role.EDITOR), "/me", 0).then().statusCode(200);
        guesser.asking().get("/api/v1/posts?limit=1").then().statusCode(200);
    }

    @Test
    void application_passwords_that_nobody_has_end_in_429() {
        assertThat(statuses(25, i -> by(basic(owner.login(), SecretFormat.APPLICATION_PASSWORD.generate()), "/me", i)))
                .isEqualTo(refusedAfter(20, 401, 25));
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void malformed_tokens_are_refused_without_the_database() {
        var wrong = SecretFormat.API_TOKEN.generate().replaceAll(".$", "-");
        var cost = SentStatements.count(() -> {
            by("Bearer " + wrong, "/me", 1).then().statusCode(401);
            by(basic(owner.login(), "abcd EFGH 1234 ijkl MNOP 5678"), "/me", 1)
                    .then()
                    .statusCode(401);
        });

        assertThat(cost).isZero();
    }

    @Test
    void wrong_passwords_of_a_post_end_in_429() {
        var blog = Blog.ofAdministrator();
        var post =
                blog.published(Blog.unique("Secret")).with("password", "sesame").write();
        var other =
                blog.published(Blog.unique("Other")).with("password", "open").write();
        var paths = List.of(post.path(), post.path() + "/comments", other.path());

        assertThat(statuses(21, i -> unlocking(paths.get(i % 3), "guess " + i))).isEqualTo(refusedAfter(20, 403, 21));

        unlocking(post.path(), "sesame")
                .then()
                .statusCode(429)
                .body("code", is("too_many_attempts"))
                .header("Retry-After", not(is("")));
        guesser.asking().get(post.path()).then().statusCode(200).body("protected", is(true));
        Reader.guest()
                .asking()
                .header("X-Post-Password", "sesame")
                .get(post.path())
                .then()
                .statusCode(200);
    }

    @Test
    void the_password_of_a_post_is_not_taken_from_the_address() {
        var post = Blog.ofAdministrator()
                .published(Blog.unique("Secret"))
                .with("password", "sesame")
                .write();

        for (var name : List.of("password", "X-Post-Password", "postPassword")) {
            guesser.asking()
                    .get(post.path() + "?" + name + "=sesame")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", is(name));
        }
    }

    @Test
    void readers_who_know_the_password_are_not_slowed_down() {
        var post = Blog.ofAdministrator()
                .published(Blog.unique("Secret"))
                .with("password", "sesame")
                .write();

        assertThat(statuses(30, i -> unlocking(post.path(), "sesame"))).containsOnly(200);
    }

    private Response unlocking(String path, String password) {
        return guesser.asking().header("X-Post-Password", password).get(path);
    }

    private Response by(String authorization, String path, int i) {
        RequestSpecification asking =
                guesser.asking().header("Authorization", authorization).header("User-Agent", "agent " + i);
        return asking.get("/api/v1" + path);
    }

    private static Response login(Reader from, String login, String password) {
        return from.asking().body(Map.of("login", login, "password", password)).post(LOGIN);
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void giveSecondFactor() {
        QuarkusTransaction.requiringNew()
                .run(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery("insert into second_factor"
                                + " (user_id, secret, confirmed_at, last_step)"
                                + " values (:user, :secret, :now, 0)")
                        .setParameter(
                                "secret",
                                InProcess.bean(Secrets.class)
                                        .encrypt("second_factor/" + owner.id(), "GEZDGNBVGY3TQOJQ"))
                        .setParameter("user", owner.id())
                        .setParameter("now", InProcess.bean(Clock.class).instant())
                        .executeUpdate());
    }

    private static List<Integer> statuses(int times, IntFunction<Response> request) {
        return IntStream.range(0, times)
                .mapToObj(i -> request.apply(i).statusCode())
                .toList();
    }

    /** So many answers of that status, and 429 for the rest. */
    private static List<Integer> refusedAfter(int most, int status, int times) {
        var expected = new ArrayList<>(Collections.nCopies(most, status));
        expected.addAll(Collections.nCopies(times - most, 429));
        return expected;
    }
}
