package io.masthead.api.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to one user is, to another of the same role, as if it were not there. */
@QuarkusTest
class ForeignThingsTest {

    private final People people = new People();

    private Person ada;
    private Person ben;
    private String adas;
    private String bens;

    @BeforeEach
    void two_authors_have_signed_in() {
        ada = people.with(Role.AUTHOR);
        ben = people.with(Role.AUTHOR);
        adas = ada.signsIn().accessToken();
        bens = ben.signsIn().accessToken();
    }

    @Test
    void an_author_does_not_change_the_draft_of_another() {
        var draft = Blog.of(bens)
                .draft(Blog.unique("Private "))
                .saying("As it was.")
                .write();

        for (var change : List.of(Map.of("title", "Taken"), Map.of("status", "published"))) {
            asAda().body(change).patch(draft.path()).then().statusCode(404);
        }
        asAda().delete(draft.path()).then().statusCode(404);

        ben.asking(bens)
                .get(draft.path())
                .then()
                .statusCode(200)
                .header("ETag", is(draft.etag()))
                .body("title", is(draft.json().getString("title")), "status", is("draft"));
    }

    @Test
    void the_credentials_of_another_are_not_among_ones_own() {
        var token = ben.asking(bens)
                .body(Map.of("name", "Bens", "scopes", List.of("content:read")))
                .post("/api/v1/me/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var password = ben.asking(bens)
                .body(Map.of("name", "Bens"))
                .post("/api/v1/me/application-passwords")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        for (var path : List.of(
                "tokens/" + token.getLong("id"),
                "application-passwords/" + password.getString("uuid"),
                "identities/1")) {
            asAda().delete("/api/v1/me/" + path).then().statusCode(404);
        }
        for (var list : List.of("tokens", "application-passwords", "identities")) {
            var items = JsonPath.from(asAda().get("/api/v1/me/" + list).asString());
            assertThat(items.getList("items")).as(list).isEmpty();
        }
        for (var path : List.of("tokens", "sessions")) {
            asAda().get("/api/v1/users/" + ben.id() + "/" + path).then().statusCode(403);
        }

        given().auth()
                .preemptive()
                .oauth2(token.getString("token"))
                .get("/api/v1/me")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .basic(ben.login(), password.getString("password"))
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void a_subscriber_does_nothing_that_takes_a_role() {
        var subscriber = people.with(Role.SUBSCRIBER);
        var session = subscriber.signsIn().accessToken();
        var language = given().get("/api/v1/settings").path("language");

        subscriber
                .asking(session)
                .body(Map.of("language", "fr"))
                .patch("/api/v1/settings")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        subscriber
                .asking(session)
                .body(Map.of("login", Blog.unique("x"), "name", "X", "email", "x@example.org"))
                .post("/api/v1/users")
                .then()
                .statusCode(403);
        subscriber.asking(session).get("/api/v1/audit").then().statusCode(403);
        subscriber.asking(session).post("/api/v1/auth/rotate-keys").then().statusCode(403);

        assertThat(given().get("/api/v1/settings").<String>path("language")).isEqualTo(language);
    }

    @Test
    void nobody_finds_a_published_author_by_login_or_address() {
        var login = Blog.unique("hidden.");
        var email = Blog.unique("mail.") + "@corp.example";
        var author = Account.with(Map.of("role", "author", "login", login, "email", email));
        Blog.ofAdministrator()
                .published(Blog.unique("Known "))
                .with("authorId", author.id())
                .write();
        given().get(author.path()).then().statusCode(200);

        for (var word : List.of(login, email, email.substring(0, 12), "@corp.example")) {
            var found = given().queryParams("search", word, "count", true)
                    .get("/api/v1/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(found.getList("items.id", Long.class)).as(word).doesNotContain(author.id());
        }
    }

    @Test
    void an_application_password_changes_no_password() {
        var made = ada.asking(adas)
                .body(Map.of("name", "Phone"))
                .post("/api/v1/me/application-passwords")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("password");

        ada.asking()
                .auth()
                .preemptive()
                .basic(ada.login(), made)
                .body(Map.of("currentPassword", ada.password(), "newPassword", "quite another one"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));

        ada.triesToSignIn().statusCode(200);
    }

    private RequestSpecification asAda() {
        return ada.asking(adas);
    }
}
