package io.masthead.testsupport;

import static io.restassured.RestAssured.given;

import io.masthead.user.Role;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;

/** Users with passwords, whom no other test knows, made as every administrator does: by HTTP. */
public final class People {

    /** Somebody with this role who can sign in with a password. */
    public Person with(Role role) {
        var password = Blog.unique("pass word ");
        var account = Account.with(Map.of(
                "role", role.name().toLowerCase(Locale.ROOT),
                "login", Blog.unique("person"),
                "password", password));
        Tokens.remember(account.id(), password);
        return new Person(
                account.id(),
                account.login(),
                account.email(),
                password,
                Reader.guest().address());
    }

    /**
     * Somebody who can sign in.
     *
     * @param address the network address of their requests, which nobody else has
     */
    public record Person(long id, String login, String email, String password, String address) {

        /** A request from their address by nobody, with a JSON body if it gets one. */
        public RequestSpecification asking() {
            return given().header("X-Forwarded-For", address).contentType(ContentType.JSON);
        }

        /** A request by their session. */
        public RequestSpecification asking(String accessToken) {
            return asking().auth().preemptive().oauth2(accessToken);
        }

        public ValidatableResponse triesToSignIn() {
            return triesToSignInWith(password);
        }

        public ValidatableResponse triesToSignInWith(String otherPassword) {
            return asking().body(Map.of("login", login, "password", otherPassword))
                    .post("/api/v1/auth/login")
                    .then();
        }

        /** Signs in, which must go well. */
        public SignedIn signsIn() {
            return SignedIn.of(triesToSignIn().statusCode(200));
        }

        public ValidatableResponse refreshes(String refreshToken) {
            return asking().body(Map.of("refreshToken", refreshToken))
                    .post("/api/v1/auth/refresh")
                    .then();
        }
    }

    /** A session, as its answer tells it. */
    public record SignedIn(long sessionId, String accessToken, String refreshToken) {

        public static SignedIn of(ValidatableResponse answer) {
            var json = answer.extract().jsonPath();
            return new SignedIn(
                    json.getLong("sessionId"), json.getString("accessToken"), json.getString("refreshToken"));
        }
    }
}
