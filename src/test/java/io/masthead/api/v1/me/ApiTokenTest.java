package io.masthead.api.v1.me;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.AuditLog;
import io.masthead.testsupport.AuditLog.AuditRecord;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.StoredText;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiTokenTest {

    private static final String MINE = "/api/v1/me/tokens";

    private final Tokens tokens = new Tokens();
    private final TestClock clock = new TestClock();

    private long userId;
    private String session;

    @BeforeEach
    void somebody_has_signed_in() {
        userId = tokens.newcomer().id();
        session = tokens.scoped(userId, Scope.values());
    }

    @AfterEach
    void putRight() {
        clock.putRight();
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_token_is_shown_once_and_serves() {
        var made = owner().body(Map.of("name", " Site build ", "scopes", List.of("users:read", "content:read")))
                .post(MINE)
                .then()
                .statusCode(201)
                .header("Cache-Control", "private, no-store")
                .body("name", is("Site build"))
                .body("scopes", contains("content:read", "users:read"))
                .body("expiresAt", nullValue(), "expired", is(false))
                .body("lastUsedAt", nullValue(), "lastAddress", is(""))
                .body("token", matchesPattern("mh_pat_[0-9A-Za-z]{36}"))
                .extract();
        var json = made.jsonPath();
        assertThat(made.header("Location")).isEqualTo(MINE + "/" + json.getLong("id"));

        as(json.getString("token")).get("/api/v1/me").then().body("id", is((int) userId));
        owner().get(MINE)
                .then()
                .statusCode(200)
                .body("items[0].id", is(json.getInt("id")), "items[0].name", is("Site build"))
                .body("items", everyItem(not(hasKey("token"))))
                .body("$", not(hasKey("token")))
                .body(not(containsString(json.getString("token"))))
                .body("page.next", nullValue());
        assertThat(InProcess.bean(StoredText.class).placesOf(json.getString("token")))
                .isEmpty();
    }

    @Test
    void a_revoked_token_serves_nobody_from_then_on() {
        var made = make("content:read", "content:write");
        as(made).get("/api/v1/me").then().statusCode(200);

        owner().delete(MINE + "/" + made.getLong("id")).then().statusCode(204);

        as(made).get("/api/v1/me").then().statusCode(401);
        as(made).body("{\"title\": \"Late\"}").post("/api/v1/posts").then().statusCode(401);
        owner().delete(MINE + "/" + made.getLong("id")).then().statusCode(404).body("code", is("credential_not_found"));
    }

    @Test
    void a_token_neither_makes_nor_sees_nor_revokes_tokens() {
        var all = Scope.grantable().stream().map(Scope::word).toArray(String[]::new);
        var made = make(all);
        var wanted = Map.of("name", "More", "scopes", List.of("content:read"));

        for (var answer : List.of(
                as(made).body(wanted).post(MINE),
                as(made).get(MINE),
                as(made).delete(MINE + "/" + made.getLong("id")),
                as(made).body("{\"name\": \"More\"}").post("/api/v1/me/application-passwords"),
                as(made).get("/api/v1/me/application-passwords"),
                as(made).delete("/api/v1/me/application-passwords"))) {
            answer.then()
                    .statusCode(403)
                    .body("code", is("scope_missing"))
                    .body("detail", is("A token cannot do this; sign in first."));
        }
        as(made).get("/api/v1/me").then().statusCode(200);
        owner().get(MINE).then().body("items.name", not(hasItem("More")));
    }

    @Test
    void nobody_reaches_the_tokens_of_another() {
        var made = make("content:read");
        var other = as(tokens.scoped(tokens.newcomer().id(), Scope.values()));

        other.delete(MINE + "/" + made.getLong("id")).then().statusCode(404);
        other.get("/api/v1/users/" + userId + "/tokens").then().statusCode(403).body("code", is("forbidden"));
        other.delete("/api/v1/users/" + userId + "/tokens/" + made.getLong("id"))
                .then()
                .statusCode(403);
        given().get(MINE).then().statusCode(401);
        as(made).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void who_manages_users_sees_and_revokes_their_tokens() {
        var made = make("content:read");
        var path = "/api/v1/users/" + userId + "/tokens";
        var administrator = as(tokens.scoped(Role.ADMINISTRATOR, Scope.USERS_WRITE));

        administrator
                .get(path)
                .then()
                .statusCode(200)
                .body("items[0].id", is(made.getInt("id")))
                .body("items", everyItem(not(hasKey("token"))));
        administrator.delete(path + "/" + made.getLong("id")).then().statusCode(204);
        as(made).get("/api/v1/me").then().statusCode(401);

        administrator.get("/api/v1/users/999999999/tokens").then().statusCode(404);
        as(tokens.scoped(Role.ADMINISTRATOR, Scope.USERS_READ)).get(path).then().statusCode(403);
        as(tokens.of(Role.EDITOR)).get(path).then().statusCode(403);
        assertThat(auditRecords())
                .last()
                .satisfies(record -> assertThat(record.actorId()).isEqualTo(1L))
                .satisfies(record -> assertThat(record.action()).isEqualTo("token_revoked"));
    }

    @Test
    void making_and_revoking_are_written_down_without_the_token() {
        var name = unique("Audited ");
        var made = make(name, List.of("content:read"), null);
        owner().delete(MINE + "/" + made.getLong("id")).then().statusCode(204);

        assertThat(auditRecords())
                .extracting(AuditRecord::action, AuditRecord::reason, AuditRecord::actorId)
                .containsExactly(tuple("token_created", name, userId), tuple("token_revoked", name, userId));
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_token_stops_when_its_time_is_over() {
        var made = make("Short", List.of("content:read"), clock.instant().plusSeconds(3_600) + "");
        as(made).get("/api/v1/me").then().statusCode(200);

        clock.putForward(Duration.ofMinutes(61));

        as(made).get("/api/v1/me").then().statusCode(401);
        owner().get(MINE)
                .then()
                .body("items[0].id", is(made.getInt("id")), "items[0].expired", is(true))
                .body("items[0].expiresAt", notNullValue());
    }

    @Test
    void a_token_never_does_more_than_its_owner() {
        var made = make(Scope.grantable().stream().map(Scope::word).toArray(String[]::new));

        as(made).get("/api/v1/me").then().body("role", is("subscriber"), "capabilities", empty());
        as(made).body("{\"title\": \"Never\"}")
                .post("/api/v1/posts")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    @Test
    void an_idempotency_key_is_refused_since_nobody_can_see_a_token_twice() {
        for (var path : List.of(MINE, "/api/v1/me/application-passwords")) {
            owner().header("Idempotency-Key", unique("key"))
                    .body("{\"name\": \"Once\"}")
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("code", is("idempotency_key_invalid"))
                    .body("detail", containsString("shown only once"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"scopes": ["content:read"]}                                        | /name      | required
                    {"name": " ", "scopes": ["content:read"]}                           | /name      | required
                    {"name": "a\\u0000b", "scopes": ["content:read"]}                   | /name      | invalid_characters
                    {"name": "N"}                                                       | /scopes    | required
                    {"name": "N", "scopes": null}                                       | /scopes    | required
                    {"name": "N", "scopes": []}                                         | /scopes    | required
                    {"name": "N", "scopes": ["content:read", "all"]}                    | /scopes/1  | not_in_enum
                    {"name": "N", "scopes": ["account"]}                                | /scopes/0  | not_in_enum
                    {"name": "N", "scopes": ["CONTENT_READ"]}                           | /scopes/0  | not_in_enum
                    {"name": "N", "scopes": [null]}                                     | /scopes/0  | not_in_enum
                    {"name": "N", "scopes": ["content:read", "content:read"]}           | /scopes/1  | repeated
                    {"name": "N", "scopes": ["content:read"], "expiresAt": "tomorrow"}  | /expiresAt | invalid_time
                    {"name": "N", "scopes": ["content:read"], "expiresAt": "2020-01-01T00:00:00Z"} | /expiresAt | out_of_range
                    {"name": "N", "scopes": ["content:read"], "expiresAt": "2999-01-01T00:00:00Z"} | /expiresAt | out_of_range
                    """)
    void what_breaks_a_rule_is_refused(String body, String pointer, String code) {
        int before = owner().get(MINE).path("items.size()");
        owner().body(body)
                .post(MINE)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", is(pointer), "errors[0].code", is(code));
        owner().get(MINE).then().body("items", hasSize(before));
    }

    @Test
    void an_unknown_scope_is_named_together_with_every_other_fault() {
        owner().body("{\"name\": \"\", \"scopes\": [\"all\", \"content:read\", \"any\"]}")
                .post(MINE)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name", "/scopes/0", "/scopes/2"));
    }

    @Test
    void who_asks_for_an_unknown_scope_is_told_those_there_are() {
        owner().body("{\"name\": \"N\", \"scopes\": [\"account\"]}")
                .post(MINE)
                .then()
                .statusCode(422)
                .body("detail", startsWith("'scopes/0' must be one of content:read, "))
                .body("detail", endsWith(", audit:read."))
                .body("detail", not(containsString("account")));
    }

    @ParameterizedTest
    @CsvSource({"a, 200, 201", "a, 201, 422", "\uD83D\uDE80, 200, 201", "\uD83D\uDE80, 201, 422"})
    void a_name_has_at_most_200_characters(String character, int length, int status) {
        owner().body(Map.of("name", character.repeat(length), "scopes", List.of("content:read")))
                .post(MINE)
                .then()
                .statusCode(status);
    }

    @Test
    void a_token_in_a_body_that_cannot_be_read_is_refused() {
        for (var body : List.of("{\"name\": 1}", "{\"scopes\": \"content:read\"}", "{\"uuid\": \"x\"}")) {
            owner().body(body).post(MINE).then().statusCode(400).body("code", is("invalid_body"));
        }
    }

    @Test
    void nobody_has_more_than_a_hundred_even_if_they_come_at_once() throws Exception {
        int present = owner().get(MINE).path("items.size()");
        for (int i = present; i < 99; i++) {
            make("content:read");
        }
        Callable<Integer> attempt = () -> owner().body(Map.of("name", "Last", "scopes", List.of("content:read")))
                .post(MINE)
                .statusCode();
        var clients = Executors.newFixedThreadPool(4);
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : clients.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
                statuses.add(answer.get(20, TimeUnit.SECONDS));
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422, 422);
        } finally {
            clients.shutdownNow();
        }
        owner().body(Map.of("name", "Last", "scopes", List.of("content:read")))
                .post(MINE)
                .then()
                .body("errors[0].code", is("too_many"), "errors[0].pointer", is(""));
    }

    private Stream<AuditRecord> audited() {
        return AuditLog.of(userId).stream();
    }

    private List<AuditRecord> auditRecords() {
        return audited().filter(record -> record.action().startsWith("token_")).toList();
    }

    /** A new request each time, since one keeps what it was given. */
    private RequestSpecification owner() {
        return Blog.of(session).asking();
    }

    private JsonPath make(String... scopes) {
        return make("Test", List.of(scopes), null);
    }

    private JsonPath make(String name, List<String> scopes, String expiresAt) {
        var body = new HashMap<String, Object>(Map.of("name", name, "scopes", scopes));
        body.put("expiresAt", expiresAt);
        return owner().body(body).post(MINE).then().statusCode(201).extract().jsonPath();
    }

    private static RequestSpecification as(JsonPath made) {
        return as(made.getString("token"));
    }

    private static RequestSpecification as(String token) {
        return Blog.of(token).asking();
    }
}
