package io.masthead.api.v1.me;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class MeResourceTest {

    private static final String ME = "/api/v1/me";

    private final Tokens tokens = new Tokens();

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void everybody_sees_who_they_are_and_what_they_may_do(Role role) {
        var word = role.name().toLowerCase(Locale.ROOT);
        var answer = tokens.as(role)
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(
                        "id", is((int) tokens.idOf(role)),
                        "name", is("The " + word),
                        "login", is(word),
                        "email", is(word + "@example.org"),
                        "role", is(word))
                .extract();
        assertThat(answer.<List<String>>path("capabilities"))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(role.capabilities().stream()
                        .map(power -> power.name().toLowerCase(Locale.ROOT))
                        .toList());
        tokens.as(role)
                .header("If-None-Match", answer.header("ETag"))
                .get(ME)
                .then()
                .statusCode(304);
    }

    @Test
    void the_first_administrator_may_do_everything() {
        var powers = tokens.as(Role.ADMINISTRATOR)
                .get(ME)
                .then()
                .statusCode(200)
                .body("id", is(1), "login", is("admin"), "role", is("administrator"))
                .extract()
                .<List<String>>path("capabilities");
        assertThat(powers).contains("manage_settings", "list_users", "import");
    }

    @Test
    void a_guest_is_nobody() {
        given().get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", is("unauthenticated"));
    }

    @Test
    void a_token_that_was_never_issued_is_refused() {
        var issued = tokens.of(Role.AUTHOR);
        for (var token : List.of("x", issued.substring(1), issued + "x", "mh_pat_")) {
            given().auth().oauth2(token).get(ME).then().statusCode(401);
        }
        given().auth().preemptive().basic("admin", issued).get(ME).then().statusCode(401);
        given().queryParam("access_token", issued).get(ME).then().statusCode(401);
    }

    @Test
    void fields_narrow() {
        tokens.as(Role.EDITOR)
                .queryParam("fields", "login,role")
                .get(ME)
                .then()
                .body("$", is(Map.of("login", "editor", "role", "editor")));
        tokens.as(Role.EDITOR).queryParam("fields", "password").get(ME).then().statusCode(400);
    }

    @Test
    void who_has_signed_in_changes_the_own_profile() {
        var person = Account.with(Map.of("biography", "Old"));
        var own = tokens.scoped(person.id(), Scope.values());
        var before = with(own).get(ME);
        var next = Blog.unique("own-");
        var answer = with(own)
                .header("If-Match", before.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"name\": \"Renamed\", \"slug\": \"%s\", \"biography\": null,".formatted(next)
                        + " \"website\": \"https://me.example\","
                        + " \"avatarUrl\": \"https://me.example/me.jpg\"}")
                .patch(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(
                        "name", is("Renamed"),
                        "slug", is(next),
                        "biography", is(""),
                        "website", is("https://me.example"),
                        "avatarUrl", is("https://me.example/me.jpg"),
                        "role", is("subscriber"))
                .extract();
        assertThat(with(own).get(ME).header("ETag")).isEqualTo(answer.header("ETag"));
        with(own)
                .header("If-Match", before.header("ETag"))
                .body(Map.of("name", "Late"))
                .patch(ME)
                .then()
                .statusCode(412);
    }

    @Test
    void nobody_becomes_more_by_the_own_profile() {
        var person = Account.ofRole("subscriber");
        var own = tokens.scoped(person.id(), Scope.values());
        for (var field : List.of(
                "roles", "role", "passwordHash", "password", "id", "login", "suspended", "capabilities", "createdAt")) {
            with(own)
                    .body(Map.of("name", "Sneaky", field, List.of("admin")))
                    .patch(ME)
                    .then()
                    .statusCode(400)
                    .body("errors.code", is(List.of("unknown_field")));
        }
        assertThat(person.read().asString()).isEqualTo(person.answer().asString());
    }

    @Test
    void no_token_that_can_be_issued_changes_an_account() {
        var every = EnumSet.allOf(Scope.class);
        every.remove(Scope.ACCOUNT);
        for (var role : List.of(Role.SUBSCRIBER, Role.ADMINISTRATOR)) {
            var token = tokens.scoped(role, every.toArray(Scope[]::new));
            with(token)
                    .body(Map.of("biography", "By token"))
                    .patch(ME)
                    .then()
                    .statusCode(403)
                    .body("code", is("scope_missing"));
            with(token)
                    .body(Map.of("newPassword", "a quiet harbour"))
                    .post(ME + "/password")
                    .then()
                    .statusCode(403)
                    .body("code", is("scope_missing"));
        }
    }

    @Test
    void a_guest_has_nothing_to_change() {
        given().contentType(ContentType.JSON).body("{}").patch(ME).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("newPassword", "a quiet harbour"))
                .post(ME + "/password")
                .then()
                .statusCode(401);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void an_own_new_address_kills_the_link_that_was_sent_to_the_old_one() {
        var person = Account.ofRole("author");
        var own = tokens.scoped(person.id(), Scope.values());
        var link = QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(OneTimeTokens.class)
                        .issue(SecretFormat.RESET, person.id(), "", Duration.ofMinutes(10)));
        var next = Blog.unique("new.") + "@example.org";
        with(own).body(Map.of("email", next)).patch(ME).then().body("email", is(next));
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isEmpty();
        with(own)
                .body(Map.of("email", Account.ofRole("author").answer().path("account.email")))
                .patch(ME)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/email")), "errors.code", is(List.of("taken")));
    }

    @Test
    void a_new_password_is_needed_for_a_change_of_it() {
        for (var body : List.of("{}", "{\"newPassword\": null, \"currentPassword\": \"x\"}")) {
            tokens.as(Role.AUTHOR)
                    .body(body)
                    .post(ME + "/password")
                    .then()
                    .statusCode(422)
                    .body(
                            "errors.pointer", is(List.of("/newPassword")),
                            "errors.code", is(List.of("required")));
        }
        tokens.as(Role.AUTHOR)
                .body(Map.of("newPassword", 12345678))
                .post(ME + "/password")
                .then()
                .statusCode(400);
    }

    private static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }
}
