package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
@QuarkusTest
class SettingTest {

    private static final String SETTINGS = "/wp-json/wp/v2/settings";
    private static final String NATIVE = "/api/v1/settings";

    private final Tokens tokens = new Tokens();
    private final WpClients clients = new WpClients();

    private Map<String, Object> before;

    @BeforeEach
    void remember() {
        before = tokens.as(Role.ADMINISTRATOR).get(NATIVE).jsonPath().getMap("$");
    }

    @AfterEach
    void restore() {
        tokens.as(Role.ADMINISTRATOR).body(before).patch(NATIVE).then().statusCode(200);
    }

    @Test
    void an_administrator_sees_all_settings_by_their_known_names() {
        Map<String, ?> settings = tokens.as(Role.ADMINISTRATOR).get(SETTINGS).path("$");

        assertThat(settings.keySet())
                .containsExactlyInAnyOrder(
                        "title",
                        "description",
                        "url",
                        "email",
                        "timezone",
                        "date_format",
                        "time_format",
                        "start_of_week",
                        "language",
                        "use_smilies",
                        "default_category",
                        "default_post_format",
                        "posts_per_page",
                        "show_on_front",
                        "page_on_front",
                        "page_for_posts",
                        "default_ping_status",
                        "default_comment_status",
                        "site_logo",
                        "site_icon");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobody_else_sees_or_changes_any(Role role) {
        refused(tokens.as(role).get(SETTINGS).then(), 403);
        refused(tokens.as(role).body(Map.of("title", "x")).post(SETTINGS).then(), 403);
    }

    @Test
    void an_application_password_changes_no_address_that_mails_lead_to() {
        var owner = clients.ofRole("administrator");
        Map<String, ?> settings = owner.asking().get(SETTINGS).path("$");
        for (var change : List.of(Map.of("url", "https://evil.example"), Map.of("email", "evil@example.org"))) {
            owner.asking()
                    .body(change)
                    .post(SETTINGS)
                    .then()
                    .statusCode(403)
                    .body("code", is("rest_forbidden"))
                    .body("message", is("A token cannot do this; sign in first."));
        }
        owner.asking().get(SETTINGS).then().body("url", is(settings.get("url")));
        owner.asking().get(SETTINGS).then().body("email", is(settings.get("email")));

        owner.asking()
                .body(Map.of("url", settings.get("url"), "title", "Told by a program"))
                .put(SETTINGS)
                .then()
                .statusCode(200)
                .body("title", is("Told by a program"));
        owner.signedIn()
                .body(Map.of("url", "https://www.example.org"))
                .put(SETTINGS)
                .then()
                .statusCode(200)
                .body("url", is("https://www.example.org"));
    }

    @Test
    void guests_are_told_to_sign_in() {
        refused(given().get(SETTINGS).then(), 401);
        refused(
                given().contentType("application/json")
                        .body(Map.of("title", "x"))
                        .put(SETTINGS)
                        .then(),
                401);
    }

    @Test
    void what_is_sent_changes_and_the_rest_stays() {
        var title = Blog.unique("The Paper & ");
        var answer = change(Map.of(
                        "title",
                        title,
                        "timezone",
                        "Europe/Berlin",
                        "language",
                        "de_DE",
                        "default_comment_status",
                        "closed",
                        "start_of_week",
                        0,
                        "colour",
                        "blue"))
                .statusCode(200)
                .body("title", is(title.replace("&", "&amp;")))
                .body("timezone", is("Europe/Berlin"), "language", is("de_DE"))
                .body("default_comment_status", is("closed"))
                .body("default_ping_status", is("open"))
                .body("start_of_week", is(0))
                .extract();
        assertThat(answer.<Map<String, ?>>path("$")).doesNotContainKey("colour");
        given().get("/wp-json").then().body("timezone_string", is("Europe/Berlin"));
        given().get(NATIVE).then().body("title", is(title), "language", is("de"));
    }

    @Test
    void null_gives_a_setting_the_value_of_a_new_site() {
        change(Map.of("posts_per_page", 3, "description", "Something")).statusCode(200);
        var nothing = new HashMap<String, Object>();
        nothing.put("posts_per_page", null);
        nothing.put("description", null);

        change(nothing).statusCode(200).body("posts_per_page", is(10), "description", is(""));
    }

    @ParameterizedTest
    @CsvSource({
        "title, [], title is not of type string.",
        "start_of_week, '\"Monday\"', start_of_week is not of type integer.",
        "use_smilies, '\"often\"', use_smilies is not of type boolean.",
        "default_ping_status, '\"ajar\"', default_ping_status is not one of open and closed.",
        "email, '\"nobody\"', Invalid email address."
    })
    void a_value_of_the_wrong_kind_is_refused(String name, String value, String sentence) {
        tokens.as(Role.ADMINISTRATOR)
                .body("{\"" + name + "\": " + value + "}")
                .post(SETTINGS)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params." + name, is(sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "timezone, '\"Mars/Olympus\"'",
        "start_of_week, 9",
        "posts_per_page, 999999999999999",
        "default_category, 999999999",
        "page_on_front, 999999999",
        "site_logo, 999999999",
        "default_post_format, '\"poem\"'"
    })
    void a_value_that_makes_no_sense_is_refused_and_nothing_changes(String name, String value) {
        var title = Blog.unique("Not stored ");
        tokens.as(Role.ADMINISTRATOR)
                .body("{\"title\": \"" + title + "\", \"" + name + "\": " + value + "}")
                .post(SETTINGS)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("message", is("Invalid parameter(s): " + name));
        given().get(NATIVE).then().body("title", is(before.get("title")));
    }

    private ValidatableResponse change(Map<String, ?> body) {
        return tokens.as(Role.ADMINISTRATOR).body(body).post(SETTINGS).then();
    }

    private static void refused(ValidatableResponse answer, int status) {
        answer.statusCode(status)
                .body("code", is("rest_forbidden"))
                .body("message", is("Sorry, you are not allowed to do that."));
    }
}
