package io.masthead.wp.jwt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in as front ends for a well-known plug-in do it. */
@QuarkusTest
class JwtAuthTest {

    private static final String TOKEN = "/wp-json/jwt-auth/v1/token";
    private static final String VALIDATE = TOKEN + "/validate";

    private Person person;

    @BeforeEach
    void somebody_with_a_password() {
        person = new People().with(Role.AUTHOR);
    }

    @Test
    void a_password_opens_a_session_whose_token_is_good_for_both_apis_until_it_ends() {
        var answer = signIn(person.login(), person.password())
                .statusCode(200)
                .body("keySet()", contains("token", "user_email", "user_nicename", "user_display_name"))
                .body("user_email", is(person.email()))
                .extract()
                .jsonPath();
        var token = answer.getString("token");

        person.asking(token).post(VALIDATE).then().statusCode(200).body("code", is("jwt_auth_valid_token"));
        person.asking(token)
                .get("/wp-json/wp/v2/users/me")
                .then()
                .statusCode(200)
                .body("id", is((int) person.id()), "slug", is(answer.getString("user_nicename")));
        person.asking(token).get("/api/v1/me").then().statusCode(200);

        person.asking(token).delete("/api/v1/me/sessions").then().statusCode(204);
        person.asking(token)
                .post(VALIDATE)
                .then()
                .statusCode(403)
                .body("code", is("jwt_auth_invalid_token"), "data.status", is(403));
    }

    @Test
    void the_address_and_a_form_do_as_well() {
        given().header("X-Forwarded-For", person.address())
                .contentType(ContentType.URLENC)
                .formParam("username", person.email())
                .formParam("password", person.password())
                .post(TOKEN)
                .then()
                .statusCode(200)
                .body("token", not(nullValue()));
    }

    @Test
    void who_does_not_exist_is_refused_as_who_has_another_password() {
        var wrong = signIn(person.login(), "wrong password")
                .statusCode(403)
                .body("code", is("[jwt_auth] incorrect_password"))
                .extract()
                .asString();
        signIn("nobody-of-this-name", "wrong password").statusCode(403).body(is(wrong));
        signIn("", "x").statusCode(403).body("code", is("[jwt_auth] empty_username"));
        signIn("x", "").statusCode(403).body("code", is("[jwt_auth] empty_password"));
        person.asking().post(TOKEN).then().statusCode(403).body("code", is("[jwt_auth] empty_username"));
    }

    @Test
    void guesses_are_limited_together_with_those_elsewhere() {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 15; i++) {
            statuses.add(
                    i % 2 == 0
                            ? signIn(person.login(), "wrong " + i).extract().statusCode()
                            : person.triesToSignInWith("wrong " + i).extract().statusCode());
        }
        assertThat(statuses).contains(403, 401).endsWith(429);
    }

    @Test
    void a_token_is_looked_for_in_its_header_alone() {
        given().post(VALIDATE).then().statusCode(403).body("code", is("jwt_auth_no_auth_header"));
        given().auth()
                .preemptive()
                .oauth2("eyJhbGciOiJub25lIn0.e30.")
                .post(VALIDATE)
                .then()
                .statusCode(403)
                .body("code", is("jwt_auth_invalid_token"));
        given().get(TOKEN).then().statusCode(404).body("code", is("rest_no_route"));
    }

    private ValidatableResponse signIn(String username, String password) {
        return person.asking()
                .body(Map.of("username", username, "password", password))
                .post(TOKEN)
                .then();
    }
}
