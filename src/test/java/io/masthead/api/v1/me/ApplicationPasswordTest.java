package io.masthead.api.v1.me;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.AuditLog;
import io.masthead.testsupport.AuditLog.AuditRecord;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.StoredText;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApplicationPasswordTest {

    private static final String MINE = "/api/v1/me/application-passwords";
    private static final String ME = "/api/v1/me";
    private static final String APP = "5D1A1D4E-0B4C-4C2E-9A53-7B8F7F3F7C55";

    private final Tokens tokens = new Tokens();

    private Account user;
    private String session;

    @BeforeEach
    void somebody_has_signed_in() {
        user = tokens.newcomer();
        session = tokens.scoped(user.id(), Scope.values());
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_password_is_shown_once_in_wordpress_form() {
        var made = owner().body(Map.of("name", "Phone", "appId", APP))
                .post(MINE)
                .then()
                .statusCode(201)
                .header("Cache-Control", "private, no-store")
                .body("password", matchesPattern("([0-9A-Za-z]{4} ){5}[0-9A-Za-z]{4}"))
                .body("uuid", matchesPattern("[0-9a-f-]{36}"))
                .body("name", is("Phone"), "appId", is(APP.toLowerCase(Locale.ROOT)))
                .body("createdAt", notNullValue(), "lastUsedAt", nullValue())
                .extract();
        var json = made.jsonPath();
        assertThat(made.header("Location")).isEqualTo(MINE + "/" + json.getString("uuid"));
        owner().get(MINE)
                .then()
                .body("items.uuid", contains(json.getString("uuid")))
                .body("items", everyItem(not(hasKey("password"))))
                .body(not(containsString(json.getString("password"))));
        assertThat(InProcess.bean(StoredText.class).placesOf(json.getString("password")))
                .isEmpty();
        assertThat(InProcess.bean(StoredText.class)
                        .placesOf(json.getString("password").replace(" ", "")))
                .isEmpty();
        owner().get("/api/v1/me/tokens").then().body("items", hasSize(1));
    }

    @Test
    void it_serves_with_login_or_email_in_any_case_and_with_or_without_blanks() {
        var password = make("Phone").getString("password");

        for (var name : List.of(
                user.login(),
                user.login().toUpperCase(Locale.ROOT),
                user.email(),
                user.email().toUpperCase(Locale.ROOT))) {
            for (var shape : List.of(password, password.replace(" ", ""), " " + password + " ")) {
                basic(name, shape).get(ME).then().statusCode(200).body("login", is(user.login()));
            }
        }
    }

    @Test
    void it_does_all_that_the_owner_may_except_change_how_the_owner_gets_in() {
        var writer = Blog.of(tokens.of(Role.AUTHOR)).asking();
        var password = writer.body("{\"name\": \"Writing\"}")
                .post(MINE)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        basic("author", password.getString("password"))
                .contentType("application/json")
                .body(Map.of("title", unique("By Basic "), "status", "published"))
                .post("/api/v1/posts")
                .then()
                .statusCode(201);
        basic("author", password.getString("password"))
                .get(ME)
                .then()
                .body(
                        "capabilities",
                        hasItems(Role.AUTHOR.capabilities().stream()
                                .map(power -> power.name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)));
        writer.delete(MINE + "/" + password.getString("uuid")).then().statusCode(204);
    }

    @Test
    void an_application_password_makes_and_revokes_no_credentials() {
        var made = make("Phone");
        var wanted = Map.of("name", "More", "scopes", List.of("content:read"));
        for (var answer : List.of(
                asking(made).body("{\"name\": \"More\"}").post(MINE),
                asking(made).body(wanted).post("/api/v1/me/tokens"),
                asking(made).get(MINE),
                asking(made).delete(MINE),
                asking(made).delete(MINE + "/" + made.getString("uuid")))) {
            answer.then().statusCode(403).body("code", is("scope_missing"));
        }
        owner().get(MINE).then().body("items", hasSize(1));
    }

    @Test
    void what_is_wrong_is_refused_and_not_taken_for_a_guest() {
        var password = make("Phone").getString("password");
        var other = tokens.newcomer();
        var mistaken = password.substring(0, 5) + (password.charAt(5) == 'a' ? 'b' : 'a') + password.substring(6);

        for (var request : List.of(
                basic(user.login(), mistaken),
                basic(other.login(), password),
                basic("", password),
                basic(user.name(), password),
                basic(user.login(), ""),
                basic(user.login(), "her own password"),
                basic(user.login(), tokens.scoped(user.id(), Scope.CONTENT_READ)),
                given().header("Authorization", "Bearer " + password.replace(" ", "")),
                given().header("Authorization", "Digest " + password))) {
            request.get("/api/v1/posts")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", notNullValue())
                    .body("code", is("unauthenticated"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic YQ", "Basic OnB3", "basic Og=="})
    void what_cannot_be_read_is_refused(String header) {
        given().header("Authorization", header).get("/api/v1/posts").then().statusCode(401);
    }

    @Test
    void the_scheme_is_read_in_any_case() {
        var password = make("Phone").getString("password");
        var text = Base64.getEncoder().encodeToString((user.login() + ":" + password).getBytes(StandardCharsets.UTF_8));
        given().header("Authorization", "bAsIc " + text).get(ME).then().statusCode(200);
    }

    @Test
    void a_revoked_one_serves_nobody_from_then_on() {
        var made = make("Phone");
        var kept = make("Tablet");
        asking(made).get(ME).then().statusCode(200);

        owner().delete(MINE + "/" + made.getString("uuid").toUpperCase(Locale.ROOT))
                .then()
                .statusCode(204);

        asking(made).get(ME).then().statusCode(401);
        asking(kept).get(ME).then().statusCode(200);
        for (var gone : List.of(made.getString("uuid"), "1", "x")) {
            owner().delete(MINE + "/" + gone).then().statusCode(404).body("code", is("credential_not_found"));
        }
    }

    @Test
    void all_are_revoked_at_once_and_tokens_stay() {
        var phone = make("Phone");
        var tablet = make("Tablet");

        owner().delete(MINE).then().statusCode(204);

        asking(phone).get(ME).then().statusCode(401);
        asking(tablet).get(ME).then().statusCode(401);
        owner().get(MINE).then().statusCode(200).body("items", empty());
        assertThat(AuditLog.of(user.id()))
                .extracting(AuditRecord::action)
                .filteredOn(action -> action.startsWith("application_"))
                .containsExactly(
                        "application_password_created",
                        "application_password_created",
                        "application_password_revoked",
                        "application_password_revoked");
    }

    @Test
    void nobody_revokes_those_of_another() {
        var made = make("Phone");
        var other =
                Blog.of(tokens.scoped(tokens.newcomer().id(), Scope.values())).asking();

        other.delete(MINE + "/" + made.getString("uuid")).then().statusCode(404);
        other.delete(MINE).then().statusCode(204);
        given().delete(MINE).then().statusCode(401);

        asking(made).get(ME).then().statusCode(200);
    }

    @Test
    void what_breaks_a_rule_is_refused() {
        owner().body("{\"name\": \" \", \"appId\": \"1-2-3\"}")
                .post(MINE)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/appId"))
                .body("errors.code", contains("required", "invalid_uuid"));
        owner().body("{\"name\": \"Phone\", \"password\": \"x\"}")
                .post(MINE)
                .then()
                .statusCode(400);
    }

    /** A new request each time, since one keeps what it was given. */
    private RequestSpecification owner() {
        return Blog.of(session).asking();
    }

    private JsonPath make(String name) {
        return owner().body(Map.of("name", name))
                .post(MINE)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private RequestSpecification asking(JsonPath made) {
        return basic(user.login(), made.getString("password")).contentType("application/json");
    }

    private static RequestSpecification basic(String login, String password) {
        return given().auth().preemptive().basic(login, password);
    }
}
