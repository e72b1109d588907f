package io.masthead.api.v1.user;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send of users: each is refused in words, and nothing is stored. */
@QuarkusTest
class UserBadInputTest {

    private static final String USERS = "/api/v1/users";

    private final Tokens tokens = new Tokens();

    private final String name = unique("Bad ");
    private Account user;

    @BeforeEach
    void somebody() {
        user = Account.with(Map.of("biography", "As before"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The escapes are JSON's.
                "login     | null                         | required",
                "login     | ''                           | required",
                "login     | '  '                         | required",
                "login     | 'a:b'                        | invalid_characters",
                "login     | 'a/b'                        | invalid_characters",
                "login     | ' ada'                       | invalid_characters",
                "login     | 'ada '                       | invalid_characters",
                "login     | 'a  b'                       | invalid_characters",
                "login     | 'ad\\u00e0'                  | invalid_characters",
                "login     | 'ada\\u0000'                 | invalid_characters",
                "login     | '<b>ada</b>'                 | invalid_characters",
                "login     | 'ada\\n'                     | invalid_characters",
                "email     | null                         | required",
                "email     | ''                           | required",
                "email     | 'plain'                      | invalid_email",
                "email     | 'a@b'                        | invalid_email",
                "email     | 'a b@example.org'            | invalid_email",
                "email     | 'a@example.org\\r\\nBcc: x@example.org' | invalid_email",
                "email     | '<a@example.org>'            | invalid_email",
                "email     | ' a@example.org'             | invalid_email",
                "email     | 'a@example.org\\u0000'       | invalid_email",
                "name      | null                         | required",
                "name      | ''                           | required",
                "name      | ' \\t'                       | required",
                "name      | 'a\\u0007b'                  | invalid_characters",
                "name      | 'a\\nb'                      | invalid_characters",
                "name      | 'a\\u202eb'                  | invalid_characters",
                "name      | '\\u200b'                    | invalid_characters",
                "slug      | ''                           | invalid_slug",
                "slug      | 'a,b'                        | invalid_slug",
                "slug      | 'a b'                        | invalid_slug",
                "slug      | '-a'                         | invalid_slug",
                "slug      | 'a/b'                        | invalid_slug",
                "slug      | 'administrator'              | taken",
                "biography | 'a\\u0000b'                  | invalid_characters",
                "biography | 'a\\u001b[31mb'              | invalid_characters",
                "website   | 'javascript:alert(1)'        | invalid_url",
                "website   | 'data:text/html,x'           | invalid_url",
                "website   | '//example.org'              | invalid_url",
                "website   | '/me'                        | invalid_url",
                "website   | 'http://user:pw@example.org' | invalid_url",
                "website   | 'https://'                   | invalid_url",
                "website   | 'not an address'             | invalid_url",
                "avatarUrl | 'javascript:alert(1)'        | invalid_url",
                "avatarUrl | 'data:image/png;base64,AAAA' | invalid_url",
                "avatarUrl | 'ftp://example.org/a.png'    | invalid_url",
                "role      | 'admin'                      | not_in_enum",
                "role      | 'ADMINISTRATOR'              | not_in_enum",
                "role      | ''                           | not_in_enum",
            })
    void a_value_that_breaks_a_rule_is_refused(String field, String json, String code) {
        var value = value(json);
        creating(field, value)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/" + field), "errors.code", hasItem(code));
        if (!field.equals("login")) {
            user.change(just(field, value))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + field), "errors.code", hasItem(code));
        }
        nothingHappened();
    }

    @ParameterizedTest
    @CsvSource({
        "login, 61",
        "email, 255",
        "name, 251",
        "slug, 201",
        "biography, 5001",
        "website, 2001",
        "avatarUrl, 2001"
    })
    void a_value_that_is_too_long_is_refused(String field, int length) {
        var start = field.toLowerCase(Locale.ROOT).matches(".*url|website") ? "https://e.org/" : unique("a");
        var end = field.equals("email") ? "@" + "a.".repeat(118) + "org" : "";
        var value = start + "a".repeat(length - start.length() - end.length()) + end;
        creating(field, value)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer", hasItem("/" + field),
                        "errors.code", hasItem(field.equals("slug") ? "invalid_slug" : "too_long"));
        nothingHappened();
        creating(field, value.replaceFirst("a", "")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "login, 1",
        "email, true",
        "name, 1",
        "name, []",
        "slug, 1",
        "biography, {}",
        "website, 1",
        "avatarUrl, false",
        "role, 1",
        "role, []",
        "suspended, 1",
        "suspended, \"true\"",
        "password, 12345678"
    })
    void a_value_of_the_wrong_kind_cannot_be_read(String field, String json) {
        var raw = "{\"name\": \"%s\", \"%s\": %s}".formatted(name, field, json);
        var body = field.equals("name") ? "{\"name\": " + json + "}" : raw;
        for (var answer : List.of(
                tokens.as(Role.ADMINISTRATOR).body(body).post(USERS),
                tokens.as(Role.ADMINISTRATOR).body(body).patch(user.path()))) {
            answer.then()
                    .statusCode(400)
                    .body(
                            "code", is("invalid_body"),
                            "errors.pointer", contains("/" + field),
                            "errors.code", contains("wrong_type"));
        }
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{\"name\": \"a\"", "{\"name\": \"a\", \"name\": \"b\"}"})
    void a_body_that_is_none_is_refused(String body) {
        tokens.as(Role.ADMINISTRATOR).body(body).post(USERS).then().statusCode(400);
        tokens.as(Role.ADMINISTRATOR).body(body).patch(user.path()).then().statusCode(400);
        tokens.as(Role.SUBSCRIBER).body(body).patch("/api/v1/me").then().statusCode(400);
        tokens.as(Role.SUBSCRIBER).body(body).post("/api/v1/me/password").then().statusCode(400);
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "email", "role", "suspended", "password"})
    void what_cannot_be_emptied_is_not_emptied(String field) {
        var change = user.change(just(field, null)).then().statusCode(422);
        change.body("errors.pointer", contains("/" + field));
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"biography", "website", "avatarUrl"})
    void null_is_taken_where_it_means_none(String field) {
        user.change(just(field, null)).then().statusCode(200).body(field, is(""));
    }

    @Test
    void every_field_that_breaks_a_rule_is_named_at_once() {
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("website", "x", "avatarUrl", "y", "slug", "-"))
                .post(USERS)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/login", "/email", "/name", "/slug", "/website", "/avatarUrl"));
    }

    @Test
    void a_login_never_changes() {
        user.change(Map.of("login", "other", "name", "Renamed"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/login"), "errors.code", contains("not_editable"));
        nothingHappened();
    }

    @Test
    void two_accounts_share_no_word_to_sign_in_with() {
        var login = user.answer().<String>path("account.login");
        var email = user.answer().<String>path("account.email");
        for (var taken : List.of(
                List.of("login", login),
                List.of("login", login.toUpperCase(Locale.ROOT)),
                List.of("login", email),
                List.of("email", email),
                List.of("email", "MAIL." + email.substring("mail.".length())))) {
            creating(taken.get(0), taken.get(1))
                    .then()
                    .statusCode(422)
                    .body(
                            "errors.pointer", contains("/" + taken.get(0)),
                            "errors.code", contains("taken"));
        }
        var mail = unique("both.") + "@example.org";
        var other = Account.with(Map.of("login", mail));
        user.change(Map.of("email", mail))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/email"), "errors.code", contains("taken"));
        nothingHappened();
        // One's own login is nobody else's.
        other.change(Map.of("email", mail)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1abc", "0", "-1", "9223372036854775808", "1%00"})
    void what_is_no_id_is_refused(String id) {
        for (var answer : List.of(
                tokens.as(Role.ADMINISTRATOR)
                        .urlEncodingEnabled(false)
                        .body("{}")
                        .patch(USERS + "/" + id),
                tokens.as(Role.ADMINISTRATOR)
                        .urlEncodingEnabled(false)
                        .delete(USERS + "/" + id + "?permanent=true&content=trash"))) {
            answer.then().statusCode(400).body("errors.parameter", contains("id"));
        }
    }

    @Test
    void who_is_not_there_is_not_changed() {
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("name", "Nobody"))
                .patch(USERS + "/999999999")
                .then()
                .statusCode(404)
                .body("code", is("user_not_found"));
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("role", "editor"))
                .patch(USERS + "/999999999")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=passwordHash",
                "sort=loginKey",
                "sort=email_key",
                "sort=suspendedAt",
                "orderby=email",
                "filter[email][startsWith]=a",
                "where[resetToken]=a",
                "role=administrator",
                "suspended=true",
                "fields=passwordHash",
                "fields=emailKey",
                "fields=account.password",
                "fields=name,login"
            })
    void what_is_secret_sorts_and_filters_nothing_whoever_asks(String query) {
        var secret = query.replaceFirst("(?i)[a-z_]*(email|password|login|role|suspended)\\w*", "x");
        for (var caller : List.of(given(), tokens.as(Role.EDITOR), tokens.as(Role.ADMINISTRATOR))) {
            caller.urlEncodingEnabled(true).get(USERS + "?" + query).then().statusCode(400);
        }
        // What exists is refused in the words for what does not.
        assertThat(codes(query)).isEqualTo(codes(secret));
    }

    @Test
    void no_search_and_no_count_tells_a_login_or_an_address() {
        var secret = unique("secret");
        Account.with(Map.of("login", secret, "email", secret + "@corp.example"));
        for (var caller : List.of(Role.SUBSCRIBER, Role.EDITOR, Role.ADMINISTRATOR)) {
            for (var text : List.of(secret, secret + "@", "@corp.example", "corp.example")) {
                tokens.as(caller)
                        .queryParams("search", text, "count", true)
                        .get(USERS)
                        .then()
                        .statusCode(200)
                        .body("items", is(List.of()), "page.total", is(0));
            }
            tokens.as(caller).queryParam("slug", secret).get(USERS).then().body("items", is(List.of()));
            tokens.as(caller).get(USERS + "/by-slug/" + secret).then().statusCode(404);
        }
        given().queryParam("author", secret).get("/api/v1/posts").then().body("items", is(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_embed=author.tokens",
                "include=tokens",
                "include=sessions",
                "expand=account",
                "populate=*",
                "fields=account.tokens",
                "fields=account.sessions.address"
            })
    void nothing_that_belongs_to_an_account_is_drawn_in(String query) {
        given().get(USERS + "?" + query).then().statusCode(400);
        tokens.as(Role.ADMINISTRATOR).get(user.path() + "?" + query).then().statusCode(400);
        given().get("/api/v1/posts?fields=author.login").then().statusCode(400);
        given().get("/api/v1/posts?fields=author.account").then().statusCode(400);
    }

    @Test
    void a_guest_cannot_tell_an_account_from_none() {
        var hidden = given().get(user.path());
        var missing = given().get(USERS + "/999999999");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).isEqualTo(missing.asString());
        assertThat(given().get(USERS + "/by-slug/" + user.slug()).asString()).isEqualTo(missing.asString());
        assertThat(given().queryParam("author", user.slug())
                        .get("/api/v1/posts")
                        .asString())
                .isEqualTo(given().queryParam("author", "nobody")
                        .get("/api/v1/posts")
                        .asString());
    }

    private Response creating(String field, Object value) {
        var body = Account.body(Map.of("name", name));
        body.put(field, value);
        return tokens.as(Role.ADMINISTRATOR).body(body).post(USERS);
    }

    private void nothingHappened() {
        assertThat(user.read().asString()).isEqualTo(user.answer().asString());
        tokens.as(Role.ADMINISTRATOR)
                .queryParam("search", name.strip())
                .get(USERS)
                .then()
                .body("items", is(List.of()));
    }

    private static List<String> codes(String query) {
        return given().get(USERS + "?" + query).jsonPath().getList("errors.code");
    }

    private static Map<String, Object> just(String field, Object value) {
        var body = new HashMap<String, Object>();
        body.put(field, value);
        return body;
    }

    private static Object value(String json) {
        return json.equals("null")
                ? null
                : JsonPath.from("{\"v\": \"" + json + "\"}").get("v");
    }
}
