package io.masthead.api.v1;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

@QuarkusTest
class MeResourceTest {

    private static final String ME = "/api/v1/me";

    @Inject Tokens tokens;

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void everybody_sees_who_they_are_and_what_they_may_do(Role role) {
        var word = role.name().toLowerCase(Locale.ROOT);
        var answer =
                tokens.as(role)
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
                .containsExactlyInAnyOrderElementsOf(
                        role.capabilities().stream()
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
        var powers =
                tokens.as(Role.ADMINISTRATOR)
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
}
