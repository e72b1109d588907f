package io.masthead.wp.v2;

import static io.masthead.testsupport.Blog.unique;
import static io.masthead.wp.v2.WpClients.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserWritesTest {

    private static final String USERS = "/wp-json/wp/v2/users";
    private static final String PASSWORD = "a quiet harbour at dusk";

    private final WpClients clients = new WpClients();
    private final Tokens tokens = new Tokens();

    private WpClients.Client owner;

    @BeforeEach
    void an_administrator_has_a_program() {
        owner = clients.ofRole("administrator");
    }

    @Test
    void an_account_is_made_that_can_sign_in() {
        var login = unique("new");
        var body = Map.of(
                "username", login,
                "email", login + "@example.org",
                "password", PASSWORD,
                "first_name", "Grace",
                "last_name", "Quill <b>&amp; Sons</b>",
                "nickname", "Gracie",
                "description", "<p>Boats &amp; <i>tides</i></p>\nand more",
                "url", "quill.example.org",
                "roles", List.of("author"),
                "locale", "en_US");

        var made = owner.signedIn()
                .body(body)
                .post(USERS)
                .then()
                .statusCode(201)
                .header("Allow", "GET, POST")
                .body("username", is(login), "email", is(login + "@example.org"))
                .body("name", is("Grace Quill &amp; Sons"))
                .body("first_name", is("Grace"), "last_name", is("Quill &amp; Sons"))
                .body("nickname", is("Gracie"), "locale", is("en_US"))
                .body("description", is("Boats &amp; <i>tides</i>\nand more"))
                .body("url", is("http://quill.example.org"))
                .body("roles", contains("author"))
                .body("slug", containsString("grace-quill"))
                .body("slug", not(containsString(login)))
                .body("$", not(hasKey("password")))
                .extract();
        assertThat(made.header("Location")).isEqualTo("/wp-json/wp/v2/users/" + made.path("id"));
        guest().header("X-Forwarded-For", "2001:db8::77")
                .body(Map.of("login", login, "password", PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void who_gives_no_name_is_called_by_the_username() {
        var login = unique("plain");
        owner.asking()
                .body(account(Map.of("username", login)))
                .post(USERS)
                .then()
                .statusCode(201)
                .body("name", is(login), "slug", is(login), "nickname", is(login))
                .body("roles", contains("subscriber"));
    }

    @Test
    void only_administrators_make_accounts() {
        guest().body(account(Map.of())).post(USERS).then().statusCode(401).body("code", is("rest_cannot_create_user"));
        clients.ofRole("editor")
                .asking()
                .body(account(Map.of()))
                .post(USERS)
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_create_user"));
        var token = tokens.scoped(owner.id(), EnumSet.copyOf(Scope.grantable()).toArray(Scope[]::new));
        Blog.of(token)
                .asking()
                .body(account(Map.of()))
                .post(USERS)
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_create_user"));
    }

    @ParameterizedTest
    @CsvSource({
        "username, c d!, rest_user_invalid_username",
        "username, 日本, rest_user_invalid_username",
        "username, '', rest_user_invalid_username",
        "password, '', rest_user_invalid_password",
        "password, a\\b\\c\\d\\e\\f, rest_user_invalid_password",
        "password, short, rest_user_invalid_password",
        "password, password, rest_user_invalid_password",
        "email, bad, rest_invalid_email",
        "locale, xx_XX, rest_not_in_enum",
        "url, javascript:alert(1), rest_invalid_url"
    })
    void what_makes_no_account_is_named(String field, String value, String code) {
        owner.asking()
                .body(account(Map.of(field, value)))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.details." + field + ".code", is(code));
    }

    @Test
    void what_is_missing_is_named_at_once() {
        owner.asking()
                .body("{}")
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("rest_missing_callback_param"))
                .body("data.params", contains("username", "email", "password"));
    }

    @Test
    void names_and_addresses_in_use_make_no_second_account() {
        var client = clients.ofRole("subscriber");
        owner.asking()
                .body(account(Map.of("username", client.login())))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("existing_user_login"))
                .body("message", is("Sorry, that username already exists!"));
        owner.asking()
                .body(account(Map.of("email", client.email())))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("existing_user_email"));
        owner.asking()
                .body(account(Map.of("roles", List.of("bogus"))))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("rest_user_invalid_role"))
                .body("message", is("The role bogus does not exist."));
        owner.asking()
                .body(account(Map.of("id", 1)))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("rest_user_exists"));
    }

    @Test
    void a_refused_account_is_not_half_made() {
        var login = unique("half");
        owner.asking()
                .body(account(Map.of("username", login, "slug", owner.account().slug())))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("code", is("rest_user_invalid_slug"));
        owner.asking()
                .get(USERS + "?search_columns=username&search=" + login)
                .then()
                .body("$", hasSize(0));
    }

    @Test
    void several_roles_are_the_highest_and_none_is_the_least() {
        owner.signedIn()
                .body(account(Map.of("roles", List.of("author", "editor", "subscriber"))))
                .post(USERS)
                .then()
                .statusCode(201)
                .body("roles", contains("editor"));
        owner.asking()
                .body(account(Map.of("roles", List.of())))
                .post(USERS)
                .then()
                .statusCode(201)
                .body("roles", contains("subscriber"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void an_account_is_changed_by_any_of_three_methods(String method) {
        var client = clients.ofRole("subscriber");
        owner.signedIn()
                .body(Map.of("description", "By " + method, "roles", List.of("author")))
                .request(method, USERS + "/" + client.id())
                .then()
                .statusCode(200)
                .header("Allow", "GET, POST, PUT, PATCH, DELETE")
                .body("description", is("By " + method))
                .body("roles", contains("author"), "username", is(client.login()));
    }

    @Test
    void the_body_never_points_elsewhere_than_the_path() {
        var client = clients.ofRole("subscriber");
        var other = clients.ofRole("subscriber");
        owner.asking()
                .body(Map.of("id", other.id(), "description", "Whose"))
                .put(USERS + "/" + client.id())
                .then()
                .body("id", is((int) client.id()));
        client.asking()
                .body(Map.of("id", owner.id(), "description", "Mine"))
                .put(USERS + "/me")
                .then()
                .statusCode(200)
                .body("id", is((int) client.id()));
        owner.asking().get(USERS + "/" + other.id()).then().body("description", is(""));
        owner.asking().get(USERS + "/me").then().body("description", is(""));
    }

    @Test
    void what_cannot_be_changed_is_refused_in_wordpress_words() {
        var client = clients.ofRole("subscriber");
        var path = USERS + "/" + client.id();
        refused(owner.asking(), path, Map.of("username", "x"), 400, "rest_user_invalid_argument");
        refused(owner.asking(), path, Map.of("slug", owner.account().slug()), 400, "rest_user_invalid_slug");
        refused(owner.signedIn(), path, Map.of("email", owner.email()), 400, "rest_user_invalid_email");
        refused(owner.asking(), path, Map.of("roles", List.of("x")), 400, "rest_user_invalid_role");
        refused(owner.asking(), USERS + "/999999999", Map.of(), 404, "rest_user_invalid_id");
        var editor = clients.ofRole("editor");
        refused(editor.asking(), path, Map.of("roles", List.of("administrator")), 403, "rest_cannot_edit_roles");
        refused(editor.asking(), path, Map.of("name", "x"), 403, "rest_cannot_edit");
        refused(guest(), path, Map.of("name", "x"), 401, "rest_cannot_edit");
        refused(
                client.asking(),
                USERS + "/me",
                Map.of("roles", List.of("administrator")),
                403,
                "rest_cannot_edit_roles");
        assertThat(clientRole(client)).isEqualTo("subscriber");
    }

    @Test
    void everybody_changes_what_is_seen_of_them() {
        var client = clients.ofRole("subscriber");
        client.asking()
                .body(Map.of(
                        "name", "<b>Quiet</b> Reader",
                        "first_name", "Quiet",
                        "username", client.login(),
                        "email", client.email(),
                        "nickname", client.login()))
                .put(USERS + "/me")
                .then()
                .statusCode(200)
                .body("name", is("Quiet Reader"), "first_name", is("Quiet"))
                .body("nickname", is(client.login()), "email", is(client.email()));
    }

    @Test
    void an_application_password_changes_no_way_in() {
        var client = clients.ofRole("subscriber");
        for (var change : List.of(Map.of("email", unique("m") + "@example.org"), Map.of("password", PASSWORD))) {
            refused(client.asking(), USERS + "/me", change, 403, "rest_cannot_edit");
            refused(owner.asking(), USERS + "/me", change, 403, "rest_cannot_edit");
            refused(owner.asking(), USERS + "/" + client.id(), change, 403, "rest_cannot_edit");
            owner.signedIn().body(change).put(USERS + "/" + client.id()).then().statusCode(200);
        }
    }

    @Test
    void an_application_password_gives_no_role_above_the_lowest() {
        for (var role : List.of("contributor", "administrator")) {
            var wanted = account(Map.of("roles", List.of(role)));
            owner.asking().body(wanted).post(USERS).then().statusCode(403).body("code", is("rest_cannot_create_user"));
            owner.signedIn()
                    .get(USERS + "?context=edit&search=" + wanted.get("username"))
                    .then()
                    .body("$", hasSize(0));
        }
        var client = clients.ofRole("author");
        var path = USERS + "/" + client.id();
        for (var role : List.of("administrator", "subscriber")) {
            refused(owner.asking(), path, Map.of("roles", List.of(role)), 403, "rest_cannot_edit");
        }
        assertThat(clientRole(client)).isEqualTo("author");
    }

    @Test
    void an_application_password_may_send_back_roles_and_address_as_they_were() {
        var client = clients.ofRole("author");
        owner.asking()
                .body(Map.of(
                        "roles", List.of("author"),
                        "email", client.email(),
                        "description", "Still an author"))
                .put(USERS + "/" + client.id())
                .then()
                .statusCode(200)
                .body("description", is("Still an author"), "roles", contains("author"));
        owner.asking()
                .body(account(Map.of("roles", List.of("subscriber"))))
                .post(USERS)
                .then()
                .statusCode(201)
                .body("roles", contains("subscriber"));
    }

    @Test
    void nobody_takes_the_own_powers_away() {
        refused(owner.asking(), USERS + "/me", Map.of("roles", List.of("author")), 403, "rest_user_invalid_role");
        owner.asking()
                .body(Map.of("roles", List.of("administrator"), "description", "Same"))
                .put(USERS + "/" + owner.id())
                .then()
                .statusCode(200)
                .body("description", is("Same"));
        owner.asking()
                .delete(USERS + "/me?force=true&reassign=1")
                .then()
                .statusCode(403)
                .body("code", is("rest_user_cannot_delete"));
    }

    @Test
    void a_user_is_deleted_and_somebody_takes_over() {
        var leaver = clients.ofRole("author").publishing();
        var heir = clients.ofRole("author");
        var path = USERS + "/" + leaver.id();

        owner.asking()
                .delete(path)
                .then()
                .statusCode(400)
                .body("code", is("rest_missing_callback_param"))
                .body("data.params", contains("reassign"));
        owner.asking()
                .delete(path + "?reassign=" + heir.id())
                .then()
                .statusCode(501)
                .body("code", is("rest_trash_not_supported"));
        for (var nobody : List.of(leaver.id(), 999_999_999L, 0L)) {
            owner.asking()
                    .delete(path + "?force=true&reassign=" + nobody)
                    .then()
                    .statusCode(400)
                    .body("code", is("rest_user_invalid_reassign"));
        }
        owner.asking()
                .delete(path + "?force=true&reassign=x")
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"));
        for (var caller : List.of(heir, clients.ofRole("editor"), leaver)) {
            caller.asking()
                    .delete(path + "?force=true&reassign=" + heir.id())
                    .then()
                    .statusCode(403)
                    .body("code", is("rest_user_cannot_delete"));
        }
        owner.asking()
                .delete(path + "?force=true&reassign=" + heir.id())
                .then()
                .statusCode(200)
                .body("deleted", is(true))
                .body("previous.username", is(leaver.login()))
                .body("previous", not(hasKey("_links")));
        guest().get(USERS + "/" + heir.id()).then().statusCode(200);
        owner.asking()
                .delete(path + "?force=true&reassign=" + heir.id())
                .then()
                .statusCode(404)
                .body("code", is("rest_user_invalid_id"));
        leaver.asking().get(USERS).then().statusCode(401);
    }

    @Test
    void without_an_heir_what_was_written_goes_to_the_trash() {
        var leaver = clients.ofRole("author").publishing();
        owner.asking()
                .body(Map.of("force", true, "reassign", false))
                .delete(USERS + "/" + leaver.id())
                .then()
                .statusCode(200);
        guest().get(USERS + "?include=" + leaver.id()).then().body("$", hasSize(0));
    }

    @Test
    void what_no_database_keeps_is_refused() {
        for (var field : List.of("name", "first_name", "nickname", "description")) {
            owner.asking()
                    .body(account(Map.of(field, "x".repeat(6_000))))
                    .post(USERS)
                    .then()
                    .statusCode(400)
                    .body("data.params", hasKey(field));
            owner.asking()
                    .body(account(Map.of(field, "a\u0000b\ud800")))
                    .post(USERS)
                    .then()
                    .statusCode(oneOf(201, 400));
        }
    }

    private static void refused(
            RequestSpecification caller, String path, Map<String, ?> body, int status, String code) {
        caller.body(body).put(path).then().statusCode(status).body("code", is(code), "data.status", is(status));
    }

    private String clientRole(WpClients.Client client) {
        return owner.asking().get(USERS + "/" + client.id() + "?context=edit").path("roles[0]");
    }

    private static Map<String, Object> account(Map<String, ?> fields) {
        var login = unique("made");
        var account = new HashMap<String, Object>(
                Map.of("username", login, "email", login + "@example.org", "password", PASSWORD));
        account.putAll(fields);
        return account;
    }
}
