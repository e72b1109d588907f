package io.masthead.api.v1.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
@QuarkusTest
class SettingsResourceTest {

    private static final String SETTINGS = "/api/v1/settings";
    private static final Set<String> PUBLIC = Set.of(
            "title",
            "description",
            "url",
            "language",
            "timeZone",
            "commentsRequireName",
            "commentsRequireSignIn",
            "commentsCloseDays",
            "commentsMaxDepth",
            "commentsEditSeconds",
            "commentsMinFormSeconds",
            "permalinkStructure",
            "categoryBase",
            "tagBase",
            "dateFormat",
            "timeFormat",
            "startOfWeek",
            "useSmilies",
            "postsPerPage",
            "pageInFront",
            "frontPageId",
            "postsPageId",
            "logoId",
            "iconId");

    private static final Set<String> CLEARABLE =
            Set.of("description", "adminEmail", "frontPageId", "postsPageId", "logoId", "iconId");

    private final Tokens tokens = new Tokens();

    private Map<String, Object> before;

    @BeforeEach
    void remember() {
        before = tokens.as(Role.ADMINISTRATOR).get(SETTINGS).jsonPath().getMap("$");
    }

    @AfterEach
    void restore() {
        tokens.as(Role.ADMINISTRATOR).body(before).patch(SETTINGS).then().statusCode(200);
    }

    @Test
    void everybody_sees_what_a_front_end_needs_and_no_more() {
        var answer = given().get(SETTINGS)
                .then()
                .statusCode(200)
                .header("Cache-Tag", "settings")
                .extract();
        assertThat(answer.jsonPath().getMap("$").keySet()).isEqualTo(PUBLIC);
        assertThat(tokens.as(Role.EDITOR).get(SETTINGS).jsonPath().getMap("$").keySet())
                .isEqualTo(PUBLIC);
        given().header("If-None-Match", answer.header("ETag"))
                .get(SETTINGS)
                .then()
                .statusCode(304);
    }

    @Test
    void rules_of_discussion_are_kept_as_they_are_written() {
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("commentsModerationWords", List.of(" casino ", "(a+)+$", "casino")))
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .body("commentsModerationWords", is(List.of("casino", "(a+)+$")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"commentsHoldLinks\": 1001} | /commentsHoldLinks",
                "{\"commentsFloodSeconds\": -1} | /commentsFloodSeconds",
                "{\"commentsEditSeconds\": 86401} | /commentsEditSeconds",
                "{\"commentsMinFormSeconds\": 3601} | /commentsMinFormSeconds",
                "{\"commentsAddressDays\": 3651} | /commentsAddressDays",
                "{\"commentsHoldAll\": null} | /commentsHoldAll",
                "{\"commentsModerationWords\": null} | /commentsModerationWords",
                "{\"commentsModerationWords\": [\"a\", \"\"]} | /commentsModerationWords/1",
                "{\"commentsModerationWords\": [null]} | /commentsModerationWords/0",
                "{\"commentsDisallowedWords\": [\"a\\nb\"]} | /commentsDisallowedWords/0",
            })
    void a_rule_of_discussion_that_is_none_is_named(String body, String pointer) {
        tokens.as(Role.ADMINISTRATOR)
                .body(body)
                .patch(SETTINGS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of(pointer)));
    }

    @Test
    void who_may_manage_them_sees_all() {
        tokens.as(Role.ADMINISTRATOR)
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("$", hasKey("defaultCategoryId"))
                .body("$", hasKey("defaultCommentsOpen"))
                .body("$", hasKey("defaultPingsOpen"));
    }

    @Test
    void a_change_shows_at_once_and_leaves_the_rest() {
        tokens.as(Role.ADMINISTRATOR)
                .contentType("application/merge-patch+json")
                .body(Map.of("title", " The Gazette ", "commentsCloseDays", 14))
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .body(
                        "title", is("The Gazette"),
                        "commentsCloseDays", is(14),
                        "language", is(before.get("language")),
                        "defaultCategoryId", is(before.get("defaultCategoryId")));
        given().get(SETTINGS).then().body("title", is("The Gazette"), "commentsCloseDays", is(14));
    }

    @Test
    void what_may_be_nothing_can_be_cleared_and_the_rest_cannot() {
        var cleared = new HashMap<String, Object>();
        CLEARABLE.forEach(name -> cleared.put(name, null));
        tokens.as(Role.ADMINISTRATOR)
                .body(cleared)
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .body("description", is(""), "logoId", nullValue(), "$", not(hasKey("adminEmail")));
        before.keySet().stream()
                .filter(name -> !CLEARABLE.contains(name))
                .forEach(name -> tokens.as(Role.ADMINISTRATOR)
                        .body("{\"%s\": null}".formatted(name))
                        .patch(SETTINGS)
                        .then()
                        .statusCode(422)
                        .body("errors[0].pointer", is("/" + name)));
    }

    @Test
    void how_the_site_is_addressed_and_looks_is_kept_as_it_was_set() {
        var page = tokens.as(Role.EDITOR)
                .body(Map.of("title", "In front"))
                .post("/api/v1/pages")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        var wanted = new HashMap<String, Object>(Map.of(
                "permalinkStructure",
                "/blog/%category%/%postname%",
                "categoryBase",
                "topics/all",
                "tagBase",
                "about",
                "dateFormat",
                "Y-m-d",
                "timeFormat",
                "H:i",
                "startOfWeek",
                0,
                "postsPerPage",
                -1));
        wanted.putAll(Map.of(
                "useSmilies",
                false,
                "pageInFront",
                true,
                "frontPageId",
                page,
                "defaultPostFormat",
                "aside",
                "adminEmail",
                "desk@example.com"));
        var answer = tokens.as(Role.ADMINISTRATOR)
                .body(wanted)
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Object>getMap("$");
        assertThat(answer).containsAllEntriesOf(wanted);
    }

    @Test
    void a_change_of_what_has_changed_meanwhile_is_refused() {
        var tag = given().get(SETTINGS).header("ETag");
        tokens.as(Role.ADMINISTRATOR)
                .header("If-Match", tag)
                .body(Map.of("title", "First"))
                .patch(SETTINGS)
                .then()
                .statusCode(200);
        tokens.as(Role.ADMINISTRATOR)
                .header("If-Match", tag)
                .body(Map.of("title", "Second"))
                .patch(SETTINGS)
                .then()
                .statusCode(412)
                .body("code", is("version_mismatch"));
        given().get(SETTINGS).then().body("title", is("First"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \" \"} | 422 | /title",
                "{\"url\": \"example.com\"} | 422 | /url",
                "{\"url\": \"javascript:alert(1)\"} | 422 | /url",
                "{\"language\": \"not a language\"} | 422 | /language",
                "{\"timeZone\": \"Mars/Olympus\"} | 422 | /timeZone",
                "{\"timeZone\": \"+02:00\"} | 422 | /timeZone",
                "{\"commentsMaxDepth\": 0} | 422 | /commentsMaxDepth",
                "{\"commentsMaxDepth\": 11} | 422 | /commentsMaxDepth",
                "{\"commentsCloseDays\": -1} | 422 | /commentsCloseDays",
                "{\"defaultCategoryId\": 999999999} | 422 | /defaultCategoryId",
                "{\"adminEmail\": \"nobody\"} | 422 | /adminEmail",
                "{\"permalinkStructure\": \"%postname%\"} | 422 | /permalinkStructure",
                "{\"permalinkStructure\": \"/%year%/\"} | 422 | /permalinkStructure",
                "{\"permalinkStructure\": \"/%name%/%postname%\"} | 422 | /permalinkStructure",
                "{\"categoryBase\": \"/category\"} | 422 | /categoryBase",
                "{\"tagBase\": \"\"} | 422 | /tagBase",
                "{\"dateFormat\": \" \"} | 422 | /dateFormat",
                "{\"startOfWeek\": 7} | 422 | /startOfWeek",
                "{\"defaultPostFormat\": \"poem\"} | 422 | /defaultPostFormat",
                "{\"postsPerPage\": 0} | 422 | /postsPerPage",
                "{\"frontPageId\": 999999999} | 422 | /frontPageId",
                "{\"logoId\": 999999999} | 422 | /logoId",
                "{\"defaultPingsOpen\": \"true\"} | 400 | /defaultPingsOpen",
                "{\"commentsMaxDepth\": 1.5} | 400 | /commentsMaxDepth",
                "{\"commentsMaxDepth\": 2147483648} | 400 | /commentsMaxDepth",
                "{\"password\": \"x\"} | 400 | /password",
                "{\"title\": \"a\", \"title\": \"b\"} | 400 | /title",
                "null | 400 | ''"
            })
    void a_bad_value_is_named_and_nothing_changes(String body, int status, String pointer) {
        tokens.as(Role.ADMINISTRATOR)
                .body(body)
                .patch(SETTINGS)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
        assertThat(tokens.as(Role.ADMINISTRATOR).get(SETTINGS).jsonPath().<String, Object>getMap("$"))
                .isEqualTo(before);
    }

    @Test
    void a_tag_is_no_default_category() {
        var tag = tokens.as(Role.EDITOR)
                .body(Map.of("name", "Not a category"))
                .post("/api/v1/tags")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("defaultCategoryId", tag))
                .patch(SETTINGS)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("unknown"));
    }

    @Test
    void posts_that_name_no_category_go_to_the_new_default() {
        var category = tokens.as(Role.EDITOR)
                .body(Map.of("name", "News of the day"))
                .post("/api/v1/categories")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        tokens.as(Role.ADMINISTRATOR)
                .body(Map.of("defaultCategoryId", category, "defaultCommentsOpen", false))
                .patch(SETTINGS)
                .then()
                .statusCode(200)
                .body("defaultCategoryId", is(category));
        tokens.as(Role.EDITOR)
                .body(Map.of("title", "Nowhere else"))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .body("categories[0].id", is(category), "commentsOpen", is(false));
        tokens.as(Role.EDITOR)
                .queryParam("permanent", true)
                .delete("/api/v1/categories/" + category)
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void only_administrators_change_them(Role role) {
        tokens.as(role)
                .body(Map.of("title", "Mine"))
                .patch(SETTINGS)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        given().get(SETTINGS).then().body("title", not(is("Mine")));
    }

    @Test
    void a_guest_changes_nothing() {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "Mine"))
                .patch(SETTINGS)
                .then()
                .statusCode(401);
    }

    @Test
    void parameters_and_fields_that_do_not_exist_are_named() {
        given().queryParam("all", true).get(SETTINGS).then().statusCode(400).body("errors[0].parameter", is("all"));
        given().queryParam("fields", "secret").get(SETTINGS).then().statusCode(400);
        given().queryParam("fields", "title").get(SETTINGS).then().body("$", is(Map.of("title", before.get("title"))));
    }
}
