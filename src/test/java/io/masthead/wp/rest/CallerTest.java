package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, and what caches may keep of what they are told. */
@QuarkusTest
class CallerTest {

    private static final String TYPES = "/wp-json/wp/v2/types";
    private static final String SETTINGS = "/wp-json/wp/v2/settings";
    private static final String NEVER = "no-cache, must-revalidate, max-age=0, no-store, private";

    private final Tokens tokens = new Tokens();

    @Test
    void nobody_who_is_suspended_comes_in() {
        var user = tokens.newcomer();
        var password = passwordOf(user);
        basic(user.login(), password).get(TYPES).then().statusCode(200);

        Blog.ofAdministrator()
                .asking()
                .body(Map.of("suspended", true))
                .patch("/api/v1/users/" + user.id())
                .then()
                .statusCode(200);
        basic(user.login(), password).get(TYPES).then().statusCode(401).body("code", is("incorrect_password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-json/wp/v2/types",
                "/wp-json/",
                "/api/v1/posts",
                "/api/v1/me",
                "/api/v1/auth/providers",
                "/?rest_route=/wp/v2/types"
            })
    void two_authorization_lines_are_refused_on_both_surfaces(String address) {
        var valid = "Basic " + basic(tokens.newcomer());
        for (var second : new String[] {valid, "Bearer junk"}) {
            given().header("Authorization", valid, second)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .body("code", not(is("unauthenticated")));
        }
        given().header("Authorization", "Bearer junk", valid)
                .get(address)
                .then()
                .statusCode(400);
    }

    private String basic(Account user) {
        return Base64.getEncoder()
                .encodeToString((user.login() + ":" + passwordOf(user)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_application_password_serves_in_every_spelling() {
        var user = tokens.newcomer();
        var password = passwordOf(user);

        for (var name : new String[] {user.login(), user.login().toUpperCase(Locale.ROOT), user.email()}) {
            for (var spelling : new String[] {password, password.replace(" ", "")}) {
                basic(name, spelling).get(TYPES).then().statusCode(200).header("Cache-Control", is(NEVER));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9ib2R5", "Bearer junk", "Digest x", "nothing"})
    void wrong_credentials_are_refused_where_all_may_read(String header) {
        for (var path : new String[] {TYPES, "/wp-json", "/?rest_route=/wp/v2/types", SETTINGS}) {
            given().header("Authorization", header)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Basic"))
                    .header("Cache-Control", containsString("no-store"))
                    .body("code", is("incorrect_password"))
                    .body("data.status", is(401));
        }
    }

    @Test
    void a_wrong_password_is_refused_like_a_user_that_does_not_exist() {
        var known = basic("editor", "abcd EFGH 1234 ijkl MNOP 5678")
                .get(TYPES)
                .then()
                .statusCode(401);
        var unknown = basic(Blog.unique("nobody"), "abcd EFGH 1234 ijkl MNOP 5678")
                .get(TYPES)
                .then()
                .statusCode(401);
        assertThat(known.extract().asString()).isEqualTo(unknown.extract().asString());
    }

    @Test
    void guests_get_401_where_others_get_403() {
        given().get(SETTINGS)
                .then()
                .statusCode(401)
                .body("code", is("rest_forbidden"))
                .body("message", is("Sorry, you are not allowed to do that."))
                .body("data.status", is(401));
        tokens.as(Role.EDITOR)
                .get(SETTINGS)
                .then()
                .statusCode(403)
                .body("code", is("rest_forbidden"), "data.status", is(403));
    }

    @Test
    void a_token_that_may_only_read_does_not_write() {
        given().auth()
                .preemptive()
                .oauth2(tokens.scoped(Role.EDITOR, Scope.CONTENT_READ))
                .contentType("application/json")
                .body(Map.of("name", Blog.unique("Unwritten ")))
                .post("/wp-json/wp/v2/tags")
                .then()
                .statusCode(403);
    }

    @Test
    void cookies_and_nonces_sign_nobody_in() {
        given().cookie("wordpress_logged_in_abc", "admin|1|x")
                .header("X-WP-Nonce", "abcdef1234")
                .get(SETTINGS)
                .then()
                .statusCode(403)
                .body("code", is("rest_cookie_invalid_nonce"))
                .cookies(Map.of());
    }

    @Test
    void what_guests_read_can_be_kept_and_asked_for_again() {
        var tag = given().get(TYPES)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("s-maxage="))
                .header("Vary", containsString("Authorization"))
                .header("Expires", nullValue())
                .extract()
                .header("ETag");

        assertThat(tag).matches("\"[0-9a-f]+-gzip\"");
        for (var sent : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            given().header("If-None-Match", sent)
                    .get(TYPES)
                    .then()
                    .statusCode(304)
                    // With "*" nobody knows whether the compressed answer is meant.
                    .header("ETag", startsWith(tag.substring(0, tag.indexOf('-'))))
                    .body(is(emptyString()));
        }
        given().header("If-None-Match", tag).head(TYPES).then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get(TYPES).then().statusCode(200);
        given().header("If-None-Match", tag).get(TYPES + "?_fields=post").then().statusCode(200);
    }

    @Test
    void what_the_signed_in_read_is_for_nobody_else() {
        tokens.as(Role.SUBSCRIBER)
                .get(TYPES)
                .then()
                .header("Cache-Control", is(NEVER))
                .header("Expires", is("Wed, 11 Jan 1984 05:00:00 GMT"))
                .header("ETag", notNullValue());
    }

    @Test
    void refusals_and_writes_are_kept_by_nobody() {
        for (var path : new String[] {"/wp-json/wp/v2/categories/999999999", SETTINGS, "/wp-json/no"}) {
            given().get(path)
                    .then()
                    .header("Cache-Control", containsString("no-store"))
                    .header("ETag", nullValue());
        }
        given().contentType("application/json")
                .body("{}")
                .post("/wp-json/wp/v2/tags")
                .then()
                .header("Cache-Control", containsString("no-store"));
        given().options(TYPES).then().header("Cache-Control", not(containsString("s-maxage")));
    }

    private String passwordOf(Account user) {
        return given().auth()
                .preemptive()
                .oauth2(tokens.scoped(user.id(), Scope.values()))
                .contentType("application/json")
                .body(Map.of("name", "Phone"))
                .post("/api/v1/me/application-passwords")
                .path("password");
    }

    private static RequestSpecification basic(String name, String password) {
        return given().header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }
}
