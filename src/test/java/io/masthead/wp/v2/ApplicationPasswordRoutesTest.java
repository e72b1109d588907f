package io.masthead.wp.v2;

import static io.masthead.wp.v2.WpClients.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationPasswordRoutesTest {

    private static final String USERS = "/wp-json/wp/v2/users/";
    private static final String MINE = USERS + "me/application-passwords";
    private static final String APP = "5d1a1d4e-0b4c-4c2e-9a53-7b8f7f3f7c55";

    private final WpClients clients = new WpClients();

    private WpClients.Client client;

    @BeforeEach
    void somebody_has_a_program() {
        client = clients.ofRole("author");
    }

    @Test
    void who_has_signed_in_makes_one_that_is_shown_once() {
        var made = client.signedIn()
                .body(Map.of("name", "Phone", "app_id", APP))
                .post(MINE)
                .then()
                .statusCode(201)
                .header("Allow", "GET, POST, DELETE")
                .body("password", matchesPattern("([0-9A-Za-z]{4} ){5}[0-9A-Za-z]{4}"))
                .body("uuid", matchesPattern("[0-9a-f-]{36}"))
                .body("app_id", is(APP), "name", is("Phone"))
                .body("created", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}"))
                .body("last_used", nullValue(), "last_ip", nullValue())
                .header("Location", startsWith(USERS + client.id() + "/application-"))
                .extract()
                .jsonPath();
        client.signedIn()
                .get(MINE)
                .then()
                .body("name", contains("Client", "Phone"))
                .body("$", everyItem(not(hasKey("password"))));
        WpClients.Client.asking(client.login(), made.getString("password"))
                .get(MINE + "/introspect")
                .then()
                .statusCode(200)
                .body("uuid", is(made.getString("uuid")))
                .body("$", not(hasKey("password")));
    }

    @Test
    void it_is_read_in_every_spelling_that_wordpress_reads() {
        var bare = client.password().replace(" ", "");
        for (var password : List.of(client.password(), bare, bare.replaceAll("(...)", "$1-"))) {
            for (var name : List.of(client.login().toUpperCase(Locale.ROOT), client.email(), " " + client.login())) {
                WpClients.Client.asking(name, password)
                        .get(USERS + "me")
                        .then()
                        .statusCode(200)
                        .body("id", is((int) client.id()));
            }
        }
    }

    @Test
    void wrong_credentials_make_no_guest() {
        for (var wrong : List.of(
                WpClients.Client.asking(client.login(), "wrong wrong"),
                WpClients.Client.asking("nobody", client.password()),
                guest().header("Authorization", "Basic !!!"),
                guest().header("Authorization", "Bearer abc"))) {
            wrong.get("/wp-json/wp/v2/categories")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Basic"))
                    .body("code", is("incorrect_password"), "data.status", is(401));
        }
    }

    @Test
    void one_makes_and_shows_no_others_and_may_end_itself() {
        client.signedIn().body(Map.of("name", "Other")).post(MINE).then().statusCode(201);
        var other = client.signedIn().get(MINE).then().extract().jsonPath().getString("uuid[1]");
        var all = USERS + client.id() + "/application-passwords";

        refused(
                client.asking().body(Map.of("name", "x")).post(MINE).path("code"),
                "rest_cannot_create_application_passwords");
        refused(client.asking().get(MINE).path("code"), "rest_cannot_list_application_passwords");
        refused(client.asking().delete(all).path("code"), "rest_cannot_delete_application_passwords");
        refused(client.asking().get(all + "/" + other).path("code"), "rest_cannot_read_application_password");
        refused(client.asking().delete(all + "/" + other).path("code"), "rest_cannot_delete_application_password");
        refused(
                client.asking()
                        .body(Map.of("name", "x"))
                        .put(all + "/" + client.uuid())
                        .path("code"),
                "rest_cannot_edit_application_password");
        client.asking().get(all + "/" + client.uuid()).then().statusCode(200);
        client.asking()
                .delete(all + "/" + client.uuid())
                .then()
                .statusCode(200)
                .body("deleted", is(true), "previous.uuid", is(client.uuid()))
                .body("previous", not(hasKey("_links")));
        client.asking().get(USERS + "me").then().statusCode(401);
        client.signedIn().get(MINE).then().body("uuid", contains(other));
    }

    @Test
    void it_is_renamed_and_revoked_by_its_owner() {
        var path = MINE + "/" + client.uuid();
        client.signedIn()
                .body(Map.of("name", "Desk"))
                .put(path)
                .then()
                .statusCode(200)
                .body("name", is("Desk"), "_links.self[0].href", endsWith(client.uuid()));
        client.signedIn().body("{}").put(path).then().body("name", is("Desk"));
        client.signedIn().delete(path).then().statusCode(200).body("previous.name", is("Desk"));
        client.signedIn().delete(path).then().statusCode(404).body("code", is("rest_application_password_not_found"));
        client.signedIn()
                .get(MINE + "/introspect")
                .then()
                .statusCode(404)
                .body("code", is("rest_no_authenticated_app_password"));
    }

    @Test
    void administrators_manage_those_of_others_and_make_none_by_program() {
        var owner = clients.ofRole("administrator");
        var path = USERS + client.id() + "/application-passwords";

        owner.asking().get(path).then().statusCode(200).body("uuid", contains(client.uuid()));
        refused(
                owner.asking().body(Map.of("name", "x")).post(path).path("code"),
                "rest_cannot_create_application_passwords");
        owner.signedIn().body(Map.of("name", "Given")).post(path).then().statusCode(201);
        owner.asking().delete(path).then().statusCode(200).body("count", is(2));
        owner.asking().get(path).then().body("$", hasSize(0));
        client.asking().get(USERS + "me").then().statusCode(401);
        owner.asking()
                .get(USERS + "999999999/application-passwords")
                .then()
                .statusCode(404)
                .body("code", is("rest_user_invalid_id"));
    }

    @Test
    void others_and_guests_see_none() {
        var path = USERS + client.id() + "/application-passwords";
        var editor = clients.ofRole("editor");
        refused(editor.signedIn().get(path).path("code"), "rest_cannot_list_application_passwords");
        refused(editor.signedIn().delete(path).path("code"), "rest_cannot_delete_application_passwords");
        refused(
                editor.asking().get(path + "/introspect").path("code"),
                "rest_cannot_introspect_app_password_for_non_authenticated_user");
        for (var asked : List.of(MINE, MINE + "/introspect", MINE + "/" + client.uuid())) {
            guest().get(asked).then().statusCode(401).body("code", is("rest_not_logged_in"));
        }
        guest().get(path).then().statusCode(401);
        guest().get(path + "/" + client.uuid()).then().statusCode(401).body(not(containsString("Client")));
    }

    @Test
    void what_breaks_a_rule_is_named() {
        var bad = Map.of(
                "{}", "rest_missing_callback_param",
                "{\"name\": \"\"}", "rest_invalid_param",
                "{\"name\": \"  \"}", "rest_invalid_param",
                "{\"name\": \"x\", \"app_id\": \"no uuid\"}", "rest_invalid_param");
        bad.forEach((body, code) ->
                client.signedIn().body(body).post(MINE).then().statusCode(400).body("code", is(code)));
        client.signedIn()
                .body("{\"name\": \" \"}")
                .post(MINE)
                .then()
                .body("data.details.name.code", is("rest_invalid_pattern"));
        client.signedIn()
                .body(Map.of("name", "x".repeat(201)))
                .post(MINE)
                .then()
                .statusCode(400)
                .body("data.params", hasKey("name"));
        client.signedIn()
                .body(Map.of("name", "ok", "app_id", ""))
                .post(MINE)
                .then()
                .statusCode(201);
    }

    private static void refused(String code, String expected) {
        assertThat(code).isEqualTo(expected);
    }
}
