package io.masthead.api.v1.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.People.SignedIn;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.web.SwitchedCors;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
@QuarkusTest
class AuthResourceTest {

    private static final String AUTH = "/api/v1/auth";
    private static final String ME = "/api/v1/me";
    private static final String COOKIE = "__Host-masthead-refresh";

    private final People people = new People();
    private final Tokens tokens = new Tokens();
    private final TestClock clock = new TestClock();

    @AfterEach
    void putRight() {
        clock.putRight();
        if (InProcess.isServer()) {
            InProcess.bean(SwitchedCors.class).off();
        }
    }

    @Test
    void a_password_opens_a_session_and_its_token_is_the_user() {
        var ada = people.with(Role.AUTHOR);

        var signedIn = SignedIn.of(ada.triesToSignIn()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Set-Cookie", nullValue())
                .body(
                        "tokenType", is("Bearer"),
                        "expiresIn", is(600),
                        "userId", is((int) ada.id()),
                        "sessionExpiresAt", notNullValue(),
                        "refreshToken", matchesPattern("mh_ref_[0-9A-Za-z]{58}")));

        ada.asking(signedIn.accessToken())
                .get(ME)
                .then()
                .statusCode(200)
                .body("login", is(ada.login()), "role", is("author"));
    }

    @Test
    void the_e_mail_address_serves_as_the_login_and_case_does_not_count() {
        var ada = people.with(Role.SUBSCRIBER);

        for (var login : List.of(ada.email(), ada.email().toUpperCase(Locale.ROOT), " " + ada.login())) {
            ada.asking()
                    .body(Map.of("login", login, "password", ada.password()))
                    .post(AUTH + "/login")
                    .then()
                    .statusCode(200)
                    .body("userId", is((int) ada.id()));
        }
        ada.triesToSignInWith(ada.password().toUpperCase(Locale.ROOT)).statusCode(401);
        ada.triesToSignInWith(ada.password() + " ").statusCode(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_refused_alike() {
        var ada = people.with(Role.SUBSCRIBER);
        var nobody = tokens.newcomer(); // has no password

        var wrong = ada.triesToSignInWith("not it at all").statusCode(401).extract();
        assertThat(wrong.<String>path("code")).isEqualTo("credentials_wrong");
        for (var login : List.of("nobody-of-this-name", nobody.login(), "a\uD83D\uDE00")) {
            var refused = ada.asking()
                    .body(Map.of("login", login, "password", "not it at all"))
                    .post(AUTH + "/login")
                    .then()
                    .statusCode(401)
                    .extract();
            assertThat(refused.asString()).isEqualTo(wrong.asString());
            assertThat(refused.headers().getValues("WWW-Authenticate"))
                    .isEqualTo(wrong.headers().getValues("WWW-Authenticate"));
        }
    }

    @Test
    void nobody_has_a_password_that_was_not_set() {
        for (var password : List.of("admin", "password", "masthead", "administrator", " ")) {
            people.with(Role.SUBSCRIBER)
                    .asking()
                    .body(Map.of("login", "admin", "password", password))
                    .post(AUTH + "/login")
                    .then()
                    .statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login | {}                                          | 422 | required",
                "login | {\"login\": \"ada\"}                        | 422 | required",
                "login | {\"login\": \" \", \"password\": \"x\"}     | 422 | required",
                "login | {\"login\": 1, \"password\": \"x\"}         | 400 | wrong_type",
                "login | {\"login\": \"a\", \"password\": [\"x\"]}   | 400 | wrong_type",
                "login | {\"login\": \"a\", \"password\": \"x\", \"role\": \"administrator\"}"
                        + "                                          | 400 | unknown_field",
                "login | {\"login\": \"a\\u0000\", \"password\": \"x\"} | 422 | invalid_characters",
                "refresh | {}                                        | 422 | required",
                "refresh | {\"token\": \"x\"}                        | 400 | unknown_field",
                "logout | {}                                         | 422 | required",
                "second-factor | {}                                  | 422 | required",
                "password-reset | {}                                 | 422 | required",
                "password-reset | {\"email\": true}                  | 400 | wrong_type",
                "password-reset/confirm | {\"token\": \"x\"}         | 422 | required",
            })
    void bad_input_is_named(String operation, String body, int status, String code) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(AUTH + "/" + operation)
                .then()
                .statusCode(status)
                .body("errors.code", hasItem(code));
    }

    @Test
    void a_refresh_token_gets_the_next_one_and_the_session_stays_the_same() {
        var ada = people.with(Role.EDITOR);
        var first = ada.signsIn();

        var second = SignedIn.of(ada.refreshes(first.refreshToken()).statusCode(200));

        assertThat(second.sessionId()).isEqualTo(first.sessionId());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        ada.asking(second.accessToken()).get(ME).then().statusCode(200);
        ada.asking(first.accessToken()).get(ME).then().statusCode(200);
        ada.refreshes(second.refreshToken()).statusCode(200);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void the_token_just_replaced_is_answered_with_the_same_successor() {
        var ada = people.with(Role.EDITOR);
        var first = ada.signsIn();
        var ofOneTab = SignedIn.of(ada.refreshes(first.refreshToken()).statusCode(200));
        clock.putForward(Duration.ofSeconds(29));

        var ofTheOther = SignedIn.of(ada.refreshes(first.refreshToken()).statusCode(200));

        assertThat(ofTheOther.refreshToken()).isEqualTo(ofOneTab.refreshToken());
        assertThat(ofTheOther.sessionId()).isEqualTo(first.sessionId());
        ada.asking(ofOneTab.accessToken()).get(ME).then().statusCode(200);
        ada.asking(ofTheOther.accessToken()).get(ME).then().statusCode(200);
        var next = SignedIn.of(ada.refreshes(ofOneTab.refreshToken()).statusCode(200));
        assertThat(next.refreshToken())
                .isNotIn(first.refreshToken(), ofOneTab.refreshToken())
                .matches("mh_ref_[0-9A-Za-z]{58}");
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void the_token_just_replaced_ends_the_session_after_half_a_minute() {
        var ada = people.with(Role.EDITOR);
        var first = ada.signsIn();
        var second = SignedIn.of(ada.refreshes(first.refreshToken()).statusCode(200));
        clock.putForward(Duration.ofSeconds(31));

        ada.refreshes(first.refreshToken()).statusCode(401).body("code", is("credentials_wrong"));

        ada.refreshes(second.refreshToken()).statusCode(401);
        ada.asking(second.accessToken()).get(ME).then().statusCode(401);
    }

    @Test
    void a_refresh_token_used_again_ends_the_session() {
        var ada = people.with(Role.EDITOR);
        var first = ada.signsIn();
        var second = SignedIn.of(ada.refreshes(first.refreshToken()).statusCode(200));
        var third = SignedIn.of(ada.refreshes(second.refreshToken()).statusCode(200));

        ada.refreshes(first.refreshToken()).statusCode(401).body("code", is("credentials_wrong"));

        ada.refreshes(third.refreshToken()).statusCode(401);
        ada.asking(third.accessToken()).get(ME).then().statusCode(401);
        ada.signsIn(); // other sign-ins are not concerned
    }

    @Test
    void a_refresh_token_that_was_never_given_out_ends_nothing() {
        var ada = people.with(Role.EDITOR);
        var session = ada.signsIn();

        for (var junk : List.of("mh_ref_", "x", "mh_ref_" + "0".repeat(58), session.accessToken())) {
            ada.refreshes(junk).statusCode(401).body("code", is("credentials_wrong"));
        }

        ada.refreshes(session.refreshToken()).statusCode(200);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void tokens_end_with_their_time() {
        var ada = people.with(Role.EDITOR);
        var session = ada.signsIn();

        clock.putForward(Duration.ofMinutes(11));
        ada.asking(session.accessToken()).get(ME).then().statusCode(401);
        var next = SignedIn.of(ada.refreshes(session.refreshToken()).statusCode(200));
        ada.asking(next.accessToken()).get(ME).then().statusCode(200);
        ada.asking(next.refreshToken()).get(ME).then().statusCode(401);

        clock.putForward(Duration.ofDays(15)); // idle for too long
        ada.refreshes(next.refreshToken()).statusCode(401);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_session_ends_after_its_lifetime_however_often_it_is_refreshed() {
        var ada = people.with(Role.EDITOR);
        var session = ada.signsIn();

        for (int day = 10; day <= 80; day += 10) {
            clock.putForward(Duration.ofDays(day));
            session = SignedIn.of(ada.refreshes(session.refreshToken()).statusCode(200));
        }
        clock.putForward(Duration.ofDays(90).plusMinutes(1));
        ada.refreshes(session.refreshToken()).statusCode(401);
    }

    @Test
    void who_signs_out_is_out_at_once_with_all_tokens() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        ada.asking(session.accessToken()).get(ME).then().statusCode(200);

        ada.asking()
                .body(Map.of("refreshToken", session.refreshToken()))
                .post(AUTH + "/logout")
                .then()
                .statusCode(204);

        ada.asking(session.accessToken()).get(ME).then().statusCode(401);
        ada.refreshes(session.refreshToken()).statusCode(401);
        ada.asking()
                .body(Map.of("refreshToken", session.refreshToken()))
                .post(AUTH + "/logout")
                .then()
                .statusCode(204);
    }

    @Test
    void users_see_and_end_their_own_sessions() {
        var ada = people.with(Role.AUTHOR);
        var here = ada.signsIn();
        var elsewhere = ada.signsIn();

        ada.asking(here.accessToken())
                .get(ME + "/sessions")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(
                        "items.id",
                        is(List.of((int) elsewhere.sessionId(), (int) here.sessionId())),
                        "items.current",
                        is(List.of(false, true)),
                        "items.way",
                        everyItem(is("password")),
                        "items.address",
                        everyItem(is(ada.address())),
                        "items",
                        everyItem(not(hasKey("refreshToken"))));

        ada.asking(here.accessToken())
                .delete(ME + "/sessions/" + elsewhere.sessionId())
                .then()
                .statusCode(204);
        ada.asking(elsewhere.accessToken()).get(ME).then().statusCode(401);
        ada.asking(here.accessToken()).get(ME).then().statusCode(200);

        ada.asking(here.accessToken()).delete(ME + "/sessions").then().statusCode(204);
        ada.asking(here.accessToken()).get(ME).then().statusCode(401);
    }

    @Test
    void the_sessions_of_others_are_not_there() {
        var ada = people.with(Role.EDITOR);
        var ben = people.with(Role.EDITOR);
        var adas = ada.signsIn();
        var bens = ben.signsIn();

        ada.asking(adas.accessToken())
                .delete(ME + "/sessions/" + bens.sessionId())
                .then()
                .statusCode(404)
                .body("code", is("credential_not_found"));
        for (var path : List.of("", "/" + bens.sessionId())) {
            ada.asking(adas.accessToken())
                    .delete("/api/v1/users/" + ben.id() + "/sessions" + path)
                    .then()
                    .statusCode(403);
        }
        ada.asking(adas.accessToken())
                .get("/api/v1/users/" + ben.id() + "/sessions")
                .then()
                .statusCode(403);
        ben.asking(bens.accessToken()).get(ME).then().statusCode(200);
    }

    @Test
    void an_administrator_ends_the_sessions_of_anybody() {
        var ada = people.with(Role.SUBSCRIBER);
        var one = ada.signsIn();
        var two = ada.signsIn();
        var sessions = "/api/v1/users/" + ada.id() + "/sessions";
        var admin = tokens.as(Role.ADMINISTRATOR);

        admin.get(sessions).then().statusCode(200).body("items.id", hasItems((int) one.sessionId(), (int)
                two.sessionId()));
        tokens.as(Role.ADMINISTRATOR)
                .delete(sessions + "/" + one.sessionId())
                .then()
                .statusCode(204);
        ada.asking(one.accessToken()).get(ME).then().statusCode(401);
        ada.asking(two.accessToken()).get(ME).then().statusCode(200);
        tokens.as(Role.ADMINISTRATOR).delete(sessions).then().statusCode(204);
        ada.asking(two.accessToken()).get(ME).then().statusCode(401);
    }

    @Test
    void a_browser_may_have_the_refresh_token_as_a_cookie_that_no_script_reads() {
        var ada = people.with(Role.AUTHOR);

        var answer = ada.asking()
                .body(Map.of(
                        "login", ada.login(),
                        "password", ada.password(),
                        "cookie", true))
                .post(AUTH + "/login")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("refreshToken")))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("Secure"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"))
                .header("Set-Cookie", not(containsString("Domain")))
                .extract();
        var first = answer.cookie(COOKIE);

        var second = ada.asking()
                .cookie(COOKIE, first)
                .body("{}")
                .post(AUTH + "/refresh")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("refreshToken")))
                .extract();
        assertThat(second.cookie(COOKIE)).startsWith("mh_ref_").isNotEqualTo(first);

        ada.asking()
                .cookie(COOKIE, second.cookie(COOKIE))
                .body("{}")
                .post(AUTH + "/logout")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        ada.asking(second.path("accessToken")).get(ME).then().statusCode(401);
    }

    @Test
    void a_page_of_another_site_cannot_use_the_cookie() {
        var ada = people.with(Role.AUTHOR);
        var cookie = ada.asking()
                .body(Map.of(
                        "login", ada.login(),
                        "password", ada.password(),
                        "cookie", true))
                .post(AUTH + "/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie(COOKIE);

        for (var operation : List.of("/refresh", "/logout")) {
            ada.asking()
                    .cookie(COOKIE, cookie)
                    .header("Sec-Fetch-Site", "cross-site")
                    .body("{}")
                    .post(AUTH + operation)
                    .then()
                    .statusCode(403);
            for (var origin : List.of("https://evil.example", "null")) {
                ada.asking()
                        .cookie(COOKIE, cookie)
                        .header("Origin", origin)
                        .body("{}")
                        .post(AUTH + operation)
                        .then()
                        .statusCode(403)
                        .header("Access-Control-Allow-Origin", nullValue());
            }
            given().cookie(COOKIE, cookie)
                    .contentType("application/x-www-form-urlencoded")
                    .body("a=b")
                    .post(AUTH + operation)
                    .then()
                    .statusCode(415);
            given().cookie(COOKIE, cookie)
                    .contentType("text/plain")
                    .body("{}")
                    .post(AUTH + operation)
                    .then()
                    .statusCode(415);
        }

        ada.asking()
                .cookie(COOKIE, cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .body("{}")
                .post(AUTH + "/refresh")
                .then()
                .statusCode(200);
    }

    @DisabledOnIntegrationTest("It changes the server.")
    @Test
    void a_page_of_an_allowed_origin_keeps_its_session_as_a_cookie() {
        var page = "https://www.example.org";
        InProcess.bean(SwitchedCors.class).on(page);
        InProcess.bean(SwitchedCors.class).withCredentials();
        var ada = people.with(Role.AUTHOR);

        var signedIn = from(page, ada)
                .body(Map.of(
                        "login", ada.login(),
                        "password", ada.password(),
                        "cookie", true))
                .post(AUTH + "/login")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is(page))
                .header("Access-Control-Allow-Credentials", is("true"))
                .header("Set-Cookie", containsString("SameSite=None; Partitioned"))
                .header("Set-Cookie", containsString("Secure; HttpOnly"))
                .extract();
        var refreshed = from(page, ada)
                .cookie(COOKIE, signedIn.cookie(COOKIE))
                .body("{}")
                .post(AUTH + "/refresh")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("SameSite=None; Partitioned"))
                .extract();
        for (var other : List.of("https://evil.example", "null", "https://a.www.example.org")) {
            from(other, ada)
                    .cookie(COOKIE, refreshed.cookie(COOKIE))
                    .body("{}")
                    .post(AUTH + "/refresh")
                    .then()
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Set-Cookie", nullValue());
        }
        from(page, ada)
                .cookie(COOKIE, refreshed.cookie(COOKIE))
                .body("{}")
                .post(AUTH + "/logout")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("SameSite=None; Partitioned"))
                .header("Set-Cookie", containsString("Max-Age=0"));
        ada.asking(refreshed.path("accessToken")).get(ME).then().statusCode(401);
    }

    @DisabledOnIntegrationTest("It changes the server.")
    @Test
    void the_cookie_stays_strict_for_pages_of_this_site() {
        var page = "https://www.example.org";
        InProcess.bean(SwitchedCors.class).on(page);
        InProcess.bean(SwitchedCors.class).withCredentials();
        var ada = people.with(Role.AUTHOR);
        var login = Map.of("login", ada.login(), "password", ada.password(), "cookie", true);

        ada.asking()
                .body(login)
                .header("Origin", page)
                .header("Sec-Fetch-Site", "same-site")
                .post(AUTH + "/login")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("SameSite=Strict"));
        ada.asking().body(login).post(AUTH + "/login").then().header("Set-Cookie", containsString("SameSite=Strict"));
    }

    @DisabledOnIntegrationTest("It changes the server.")
    @Test
    void an_allowed_origin_alone_may_not_use_the_cookie() {
        var page = "https://www.example.org";
        InProcess.bean(SwitchedCors.class).on(page);
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();

        from(page, ada)
                .cookie(COOKIE, session.refreshToken())
                .body("{}")
                .post(AUTH + "/refresh")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    private static RequestSpecification from(String origin, Person person) {
        return person.asking().header("Origin", origin).header("Sec-Fetch-Site", "cross-site");
    }

    @Test
    void a_cookie_alone_is_nobody() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();

        ada.asking().cookie(COOKIE, session.refreshToken()).get(ME).then().statusCode(401);
    }

    @Test
    void new_keys_sign_and_earlier_tokens_serve_on() {
        var ada = people.with(Role.AUTHOR);
        var before = ada.signsIn();

        ada.asking(before.accessToken()).post(AUTH + "/rotate-keys").then().statusCode(403);
        given().post(AUTH + "/rotate-keys").then().statusCode(401);
        tokens.as(Role.ADMINISTRATOR).post(AUTH + "/rotate-keys").then().statusCode(204);

        var after = ada.signsIn();
        assertThat(keyOf(after.accessToken())).isNotEqualTo(keyOf(before.accessToken()));
        ada.asking(before.accessToken()).get(ME).then().statusCode(200);
        ada.asking(after.accessToken()).get(ME).then().statusCode(200);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void nothing_but_hashes_is_stored_of_what_is_secret() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();

        var row = InProcess.bean(EntityManager.class)
                .createNativeQuery(
                        "select family_hash || ' ' || secret_hash || ' ' || way"
                                + " from user_session where id = "
                                + session.sessionId(),
                        String.class)
                .getSingleResult()
                .toString();

        assertThat(row)
                .matches("[0-9a-f]{64} [0-9a-f]{64} password")
                .doesNotContain(session.refreshToken().substring(7, 29));
    }

    private static String keyOf(String jwt) {
        return jwt.substring(0, jwt.indexOf('.'));
    }
}
