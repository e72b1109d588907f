package io.masthead.api.v1.user;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.AuditLog;
import io.masthead.testsupport.AuditLog.AuditRecord;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.UserService;
import io.masthead.user.credential.Device;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.session.Sessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How administrators add and change accounts. */
@QuarkusTest
class UserWritingTest {

    private static final String USERS = "/api/v1/users";

    private final Tokens tokens = new Tokens();

    private final String login = unique("ada.");
    private final String name = unique("Quill ");

    @Test
    void a_created_user_is_read_back_as_it_was_answered() {
        var biography = "Boats <b>&amp; more</b>\nand <a href=\"https://t.example/\">trains</a>";
        var created = admin().body(Map.of(
                        "login",
                        login,
                        "email",
                        login + "@example.org",
                        "name",
                        "  " + name + " ",
                        "biography",
                        "<p>Boats <b onclick=\"x()\">& more</b>\nand <a href=\"https://t.example/\">trains</a>"
                                + "<script>x()</script>",
                        "website",
                        "https://ada.example/",
                        "avatarUrl",
                        "https://ada.example/a.jpg",
                        "role",
                        "author"))
                .post(USERS)
                .then()
                .statusCode(201)
                .header("Cache-Control", "private, no-store")
                .body(
                        "name", is(name),
                        "slug", is(name.toLowerCase(Locale.ROOT).replace(' ', '-')),
                        "biography", is(biography),
                        "website", is("https://ada.example/"),
                        "avatarUrl", is("https://ada.example/a.jpg"),
                        "account.login", is(login),
                        "account.email", is(login + "@example.org"),
                        "account.role", is("author"),
                        "account.suspendedAt", nullValue(),
                        "$", not(hasKey("password")))
                .extract();
        var read = admin().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", created.header("ETag"))
                .extract();
        assertThat(read.asString()).isEqualTo(created.asString());
        assertThat(auditRecords(created.<Integer>path("id"))).containsExactly("created as author");
    }

    @Test
    void who_is_given_nothing_else_is_a_subscriber_with_an_empty_profile() {
        var created = Account.ofRole("subscriber");
        created.answer()
                .then()
                .body(
                        "account.role", is("subscriber"),
                        "biography", is(""),
                        "website", is(""),
                        "avatarUrl", is(""));
        given().get(created.path()).then().statusCode(404);
    }

    @Test
    void a_slug_is_never_made_from_the_login() {
        var hidden = unique("hidden");
        var first = Account.with(Map.of("login", hidden, "name", name));
        var second = Account.with(Map.of("name", name));
        assertThat(first.slug()).doesNotContain(hidden);
        assertThat(second.slug()).isEqualTo(first.slug() + "-2");
        var nameless = Account.with(Map.of("name", "\ud83d\ude00"));
        assertThat(nameless.slug()).isEqualTo(Long.toString(nameless.id()));
        admin().body(Map.of("login", unique("x"), "email", unique("x") + "@example.org"))
                .post(USERS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"), "errors.code", contains("required"));
    }

    @Test
    void the_same_key_with_the_same_body_creates_once() {
        var key = UUID.randomUUID().toString();
        var body = Account.body(Map.of("name", name));
        var first = admin().header("Idempotency-Key", key).body(body).post(USERS);
        var second = admin().header("Idempotency-Key", key).body(body).post(USERS);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        admin().header("Idempotency-Key", key)
                .body(Account.body(Map.of("login", unique("other"))))
                .post(USERS)
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
    }

    @Test
    void no_hash_of_a_password_is_kept_with_a_key() {
        admin().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Account.body(Map.of("name", name, "password", "a quiet harbour")))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("idempotency_key_invalid"));
        admin().queryParam("search", name).get(USERS).then().body("items", is(List.of()));
    }

    @Test
    void a_profile_is_changed_field_by_field() {
        var user = Account.with(Map.of("biography", "Old", "website", "https://old.example"));
        var path = user.path();
        admin().contentType("application/merge-patch+json")
                .body("{\"biography\": null, \"name\": \"Renamed\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body(
                        "name", is("Renamed"),
                        "slug", is(user.slug()),
                        "biography", is(""),
                        "website", is("https://old.example"));
        assertThat(auditRecords(user.id())).containsExactly("created as subscriber");
    }

    @Test
    void an_entity_tag_guards_the_change() {
        var user = Account.with(Map.of());
        var path = user.path();
        var tag = user.etag();
        var changed =
                admin().header("If-Match", tag).body(Map.of("biography", "New")).patch(path);
        changed.then().statusCode(200);
        assertThat(changed.header("ETag"))
                .isNotEqualTo(tag)
                .isEqualTo(admin().get(path).header("ETag"));
        for (var role : List.of("editor", "author")) {
            admin().header("If-Match", tag)
                    .body(Map.of("role", role))
                    .patch(path)
                    .then()
                    .statusCode(412);
        }
        admin().header("If-Match", tag)
                .delete(path + "?permanent=true&content=trash")
                .then()
                .statusCode(412);
        admin().get(path).then().statusCode(200).body("biography", is("New"), "account.role", is("subscriber"));
    }

    @Test
    void a_former_slug_leads_on_and_may_be_taken_by_another() {
        var user = Account.with(Map.of());
        var other = Account.with(Map.of());
        var old = user.slug();
        var next = unique("next-");
        user.change(Map.of("slug", next)).then().statusCode(200).body("slug", is(next));
        admin().redirects()
                .follow(false)
                .get(USERS + "/by-slug/" + old)
                .then()
                .statusCode(301)
                .header("Location", USERS + "/by-slug/" + next);
        other.change(Map.of("slug", next))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/slug"), "errors.code", contains("taken"));
        other.change(Map.of("slug", old)).then().statusCode(200);
        admin().get(USERS + "/by-slug/" + old).then().body("id", is((int) other.id()));
        var emptied = new HashMap<String, Object>();
        emptied.put("slug", null);
        user.change(emptied).then().statusCode(200).body("slug", not(is(next)));
    }

    @Test
    void a_role_holds_from_the_next_request_on() {
        var user = Account.with(Map.of());
        var token = tokens.scoped(user.id(), Scope.values());
        with(token).body(Map.of("title", "Mine")).post("/api/v1/posts").then().statusCode(403);
        user.change(Map.of("role", "author")).then().statusCode(200).body("account.role", is("author"));
        with(token).body(Map.of("title", "Mine")).post("/api/v1/posts").then().statusCode(201);
        with(token).get("/api/v1/me").then().body("capabilities", hasItem("publish_posts"));
        user.change(Map.of("role", "subscriber")).then().statusCode(200);
        with(token).get("/api/v1/me").then().body("capabilities", is(List.of()));
        with(token).body(Map.of("title", "Mine")).post("/api/v1/posts").then().statusCode(403);
        assertThat(auditRecords(user.id()))
                .filteredOn(record -> record.contains("created") || record.contains("role"))
                .containsExactly(
                        "created as subscriber",
                        "role_changed subscriber to author",
                        "role_changed author to subscriber");
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void who_is_suspended_is_out_at_once_and_for_good_of_every_session() {
        var user = Account.with(Map.of("role", "editor"));
        var id = user.id();
        var token = tokens.scoped(id, Scope.values());
        var session = session(id);
        with(token).get("/api/v1/me").then().statusCode(200);
        user.change(Map.of("suspended", true)).then().statusCode(200).body("account.suspendedAt", notNullValue());
        with(token).get("/api/v1/me").then().statusCode(401);
        with(token).body(Map.of("title", "x")).post("/api/v1/posts").then().statusCode(401);
        assertThat(InProcess.bean(Sessions.class).findActive(session)).isEmpty();
        user.change(Map.of("suspended", true)).then().statusCode(200);
        user.change(Map.of("suspended", false)).then().statusCode(200).body("account.suspendedAt", nullValue());
        with(token).get("/api/v1/me").then().statusCode(200);
        assertThat(InProcess.bean(Sessions.class).findActive(session)).isEmpty();
        assertThat(auditRecords(user.id()))
                .containsExactly("created as editor", "suspended ", "sessions_ended 1", "reinstated ");
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_session_that_was_opened_during_a_suspension_ends_when_it_is_lifted() {
        var user = Account.with(Map.of("role", "editor"));
        user.change(Map.of("suspended", true)).then().statusCode(200);
        var session = session(user.id());
        user.change(Map.of("suspended", false)).then().statusCode(200);

        assertThat(InProcess.bean(Sessions.class).findActive(session)).isEmpty();
    }

    @DisabledOnIntegrationTest("Who is suspended gets no token there.")
    @Test
    void who_is_created_suspended_never_gets_in() {
        var user = Account.with(Map.of("suspended", true));
        user.answer().then().body("account.suspendedAt", notNullValue());
        with(tokens.scoped(user.id(), Scope.values())).get("/api/v1/me").then().statusCode(401);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void another_address_kills_the_link_that_was_sent_to_the_old_one() {
        var user = Account.with(Map.of());
        var id = user.id();
        var link = QuarkusTransaction.requiringNew()
                .call(() ->
                        InProcess.bean(OneTimeTokens.class).issue(SecretFormat.RESET, id, "", Duration.ofMinutes(10)));
        user.change(Map.of("biography", "New")).then().statusCode(200);
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isPresent();
        user.change(Map.of("email", unique("new") + "@example.org")).then().statusCode(200);
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isEmpty();
        assertThat(auditRecords(user.id())).containsExactly("created as subscriber", "email_changed ");
    }

    @Test
    void nobody_changes_the_own_role_or_shuts_oneself_out() {
        var user = Account.with(Map.of("role", "administrator"));
        var token = tokens.scoped(user.id(), Scope.values());
        var path = user.path();
        for (var change : List.of(
                Map.of("role", "editor"),
                Map.of("suspended", true),
                Map.of("email", "a@example.org"),
                Map.of("password", "a quiet harbour"))) {
            with(token).body(change).patch(path).then().statusCode(409).body("code", is("own_account"));
        }
        with(token)
                .delete(path + "?permanent=true&content=trash")
                .then()
                .statusCode(409)
                .body("code", is("own_account"));
        with(token)
                .body(Map.of("biography", "Mine", "role", "administrator", "suspended", false))
                .patch(path)
                .then()
                .statusCode(200)
                .body("biography", is("Mine"), "account.role", is("administrator"));
        user.change(Map.of("role", "subscriber")).then().statusCode(200);
        with(token).body(Map.of("biography", "Still")).patch(path).then().statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_administrators_manages_users(Role role) {
        var user = Account.with(Map.of("biography", "Untouched"));
        var path = user.path();
        tokens.as(role)
                .body(Account.body(Map.of("login", unique("x"), "role", "administrator")))
                .post(USERS)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        tokens.as(role).body(Map.of("role", "administrator")).patch(path).then().statusCode(403);
        tokens.as(role)
                .body(Map.of("role", "administrator", "password", "a quiet harbour"))
                .patch(USERS + "/" + tokens.idOf(role))
                .then()
                .statusCode(403);
        tokens.as(role)
                .delete(path + "?permanent=true&content=trash")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        assertThat(user.read().asString()).isEqualTo(user.answer().asString());
    }

    @Test
    void an_author_does_not_write_the_profile_of_another() {
        var user = Account.with(Map.of("name", name));
        for (var path : List.of(user.path(), USERS + "/1", USERS + "/999999999")) {
            tokens.as(Role.AUTHOR)
                    .body(Map.of("name", "Stolen"))
                    .patch(path)
                    .then()
                    .statusCode(403);
        }
        admin().get(user.path()).then().body("name", is(name));
    }

    @Test
    void a_guest_registers_nobody_and_nobody_assigns_more_than_the_fields_there_are() {
        given().contentType(ContentType.JSON)
                .body("{\"roles\": [\"admin\"], \"id\": 1, \"emailVerified\": true}")
                .post(USERS)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Account.body(Map.of()))
                .post(USERS)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .patch(USERS + "/1")
                .then()
                .statusCode(401);
        given().delete(USERS + "/1?permanent=true&content=trash").then().statusCode(401);
        for (var field : List.of("roles", "id", "emailVerified", "passwordHash", "createdAt", "account")) {
            admin().body(Account.body(Map.of("name", name, field, 1)))
                    .post(USERS)
                    .then()
                    .statusCode(400)
                    .body(
                            "errors.pointer", contains("/" + field),
                            "errors.code", contains("unknown_field"));
        }
        admin().queryParam("search", name).get(USERS).then().body("items", is(List.of()));
    }

    @Test
    void a_token_manages_users_within_its_scopes() {
        var user = Account.with(Map.of());
        var path = user.path();
        var reading = tokens.scoped(Role.ADMINISTRATOR, Scope.USERS_READ);
        var writing = tokens.scoped(Role.ADMINISTRATOR, Scope.USERS_WRITE);
        var editing = tokens.scoped(Role.ADMINISTRATOR, Scope.CONTENT_WRITE);
        with(reading).get(path).then().statusCode(200).body("account.login", notNullValue());
        with(writing).get(path).then().statusCode(200).body("account.login", notNullValue());
        with(editing).get(path).then().statusCode(404);
        for (var token : List.of(reading, editing)) {
            with(token)
                    .body(Account.body(Map.of("login", unique("x"))))
                    .post(USERS)
                    .then()
                    .statusCode(403);
            with(token).body(Map.of("name", "x")).patch(path).then().statusCode(403);
            with(token).delete(path + "?permanent=true&content=trash").then().statusCode(403);
        }
        with(writing)
                .body(Map.of("name", "By token", "role", "subscriber", "suspended", true))
                .patch(path)
                .then()
                .statusCode(200);
        with(writing).delete(path + "?permanent=true&content=trash").then().statusCode(204);
        with(tokens.scoped(Role.EDITOR, Scope.USERS_WRITE))
                .body(Account.body(Map.of("login", unique("x"))))
                .post(USERS)
                .then()
                .statusCode(403);
    }

    private long session(long userId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(Sessions.class)
                        .open(
                                InProcess.bean(UserService.class).find(userId).orElseThrow(),
                                "password",
                                new Device("192.0.2.1", "Test"))
                        .session()
                        .id());
    }

    private List<String> auditRecords(long userId) {
        return AuditLog.of(userId).stream().map(UserWritingTest::inWords).toList();
    }

    private static String inWords(AuditRecord entry) {
        return entry.action() + " " + entry.reason();
    }

    private RequestSpecification admin() {
        return tokens.as(Role.ADMINISTRATOR);
    }

    private static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }
}
