package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Users whom no other test knows, with the application passwords that their programs send. */
class WpClients {

    private final Tokens tokens = new Tokens();

    /** Somebody with this role. */
    Client ofRole(String role) {
        return of(Map.of("role", role));
    }

    /** Somebody with these fields of the native surface. */
    Client of(Map<String, ?> fields) {
        var account = Account.with(fields);
        var session = tokens.scoped(account.id(), Scope.values());
        var made = Blog.of(session)
                .asking()
                .body(Map.of("name", "Client"))
                .post("/api/v1/me/application-passwords")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Client(account, session, made.getString("uuid"), made.getString("password"));
    }

    /** A request by nobody, with a JSON body if it gets one. */
    static RequestSpecification guest() {
        return given().contentType(ContentType.JSON);
    }

    /**
     * A user and the credentials of one program.
     *
     * @param session a token that stands for a sign-in
     */
    record Client(Account account, String session, String uuid, String password) {

        long id() {
            return account.id();
        }

        String login() {
            return account.answer().path("account.login");
        }

        String email() {
            return account.answer().path("account.email");
        }

        /** A request by the application password. */
        RequestSpecification asking() {
            return asking(login(), password);
        }

        /** A request with the login and the password spelled in another way. */
        static RequestSpecification asking(String login, String password) {
            return guest().auth().preemptive().basic(login, password);
        }

        /** A request by the sign-in. */
        RequestSpecification signedIn() {
            return guest().auth().preemptive().oauth2(session);
        }

        /** Lets the profile become public. */
        Client publishing() {
            Blog.of(session).published(Blog.unique("Post ")).write();
            return this;
        }
    }
}
