package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BatchTest {

    private static final String BATCH = "/wp-json/batch/v1";
    private static final String CATEGORIES = "/wp/v2/categories";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void several_writes_are_made_in_their_order() {
        var name = Blog.unique("Batched ");
        var category = blog.category(Blog.unique("Batched "));

        by(
                        Role.EDITOR,
                        "normal",
                        item("POST", CATEGORIES, Map.of("name", name)),
                        item("PUT", CATEGORIES + "/" + category.id(), Map.of("description", "New")),
                        item("PATCH", CATEGORIES + "/" + category.id() + "?description=Newer", null),
                        item("DELETE", CATEGORIES + "/" + category.id() + "?force=true", null))
                .statusCode(207)
                .body("responses.status", contains(201, 200, 200, 200))
                .body("responses[0].body.name", is(name))
                .body("responses[0].headers.Location", startsWith("/wp-json/wp/v2/categories/"))
                .body("responses[1].body.description", is("New"))
                .body("responses[2].body.description", is("Newer"))
                .body("responses[3].body.previous.description", is("Newer"));
    }

    @Test
    void each_item_asks_for_its_own_right() {
        by(
                        Role.AUTHOR,
                        "normal",
                        item("POST", CATEGORIES, Map.of("name", Blog.unique("Refused "))),
                        item("POST", "/wp/v2/tags", Map.of("name", Blog.unique("Made "))))
                .statusCode(207)
                .body("responses.status", contains(403, 201))
                .body("responses[0].body.code", is("rest_cannot_create"));
        given().contentType("application/json")
                .body(Map.of("requests", List.of(item("POST", CATEGORIES, Map.of("name", "Guest")))))
                .post(BATCH)
                .then()
                .statusCode(207)
                .body("responses.status", contains(401));
    }

    @Test
    void what_one_item_did_stays_where_another_is_refused() {
        var name = Blog.unique("Stays ");

        by(
                        Role.EDITOR,
                        "normal",
                        item("POST", CATEGORIES, Map.of("name", name)),
                        item("POST", CATEGORIES, Map.of("name", name)),
                        item("POST", CATEGORIES, Map.of()),
                        item("POST", CATEGORIES, Map.of("name", Blog.unique("Also "))))
                .statusCode(207)
                .body("responses.status", contains(201, 400, 400, 201))
                .body("responses[1].body.code", is("term_exists"))
                .body("responses[2].body.code", is("rest_missing_callback_param"));
    }

    @Test
    void nothing_is_done_where_all_must_be_valid_and_one_is_not() {
        var name = Blog.unique("Undone");

        by(
                        Role.EDITOR,
                        "require-all-validate",
                        item("POST", CATEGORIES, Map.of("name", name)),
                        item("POST", CATEGORIES, Map.of("name", List.of())))
                .statusCode(207)
                .body("failed", is("validation"))
                .body("responses[0]", nullValue())
                .body("responses[1].body.code", is("rest_invalid_param"))
                .body("responses[1].status", is(400))
                .body("responses[1].headers.Allow", is("GET, POST"));
        given().get("/wp-json" + CATEGORIES + "?search=" + name).then().body("$", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /batch/v1, 400, rest_batch_not_allowed",
        "POST, /wp/v2/settings, 400, rest_batch_not_allowed",
        "POST, /wp/v2/nowhere, 404, rest_no_route",
        "PUT, /wp/v2/categories, 404, rest_no_route",
        "POST, https://other.example/wp-json/wp/v2/categories, 404, rest_no_route",
        "POST, wp/v2/categories, 404, rest_no_route",
        "POST, '', 404, rest_no_route"
    })
    void only_some_routes_can_be_items(String method, String path, int status, String code) {
        by(Role.ADMINISTRATOR, "normal", item(method, path, Map.of("name", "x")))
                .statusCode(207)
                .body("responses[0].status", is(status))
                .body("responses[0].body.code", is(code));
    }

    @Test
    void twenty_five_are_enough() {
        var item = item("DELETE", CATEGORIES + "/999999999?force=true", null);

        tokens.as(Role.EDITOR)
                .body(Map.of("requests", Collections.nCopies(25, item)))
                .post(BATCH)
                .then()
                .statusCode(207)
                .body("responses", hasSize(25))
                .body("responses[24].body.code", is("rest_term_invalid"));
        tokens.as(Role.EDITOR)
                .body(Map.of("requests", Collections.nCopies(26, item)))
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params.requests", is("requests must contain at most 25 items."));
    }

    @Test
    void a_batch_is_checked_like_any_other_body() {
        tokens.as(Role.EDITOR)
                .body("{}")
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("message", is("Missing parameter(s): requests"));
        tokens.as(Role.EDITOR)
                .body(Map.of("requests", List.of(Map.of("method", "POST"))))
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("data.params.requests", is("path is a required property of requests[0]."));
        by(Role.EDITOR, "normal", item("GET", CATEGORIES, null))
                .statusCode(400)
                .body("data.params.requests", is("requests[0][method] is not one of POST, PUT, PATCH, and DELETE."));
        by(Role.EDITOR, "some", item("POST", CATEGORIES, null))
                .statusCode(400)
                .body("data.params.validation", is("validation is not one of require-all-validate and normal."));
        tokens.as(Role.EDITOR)
                .body("{\"requests\": [")
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_json"));
    }

    @Test
    void headers_of_an_item_do_not_sign_anybody_in() {
        var item = item("POST", CATEGORIES, Map.of("name", Blog.unique("Forged ")));
        item.put("headers", Map.of("Authorization", "Bearer " + tokens.of(Role.EDITOR)));

        given().contentType("application/json")
                .body(Map.of("requests", List.of(item)))
                .post(BATCH)
                .then()
                .statusCode(207)
                .body("responses[0].status", is(401))
                .body("responses[0].body.code", notNullValue());
    }

    private ValidatableResponse by(Role role, String validation, Map<?, ?>... items) {
        return tokens.as(role)
                .body(Map.of("validation", validation, "requests", List.of(items)))
                .post(BATCH)
                .then();
    }

    /**
     * @param body null for none
     */
    private static Map<String, Object> item(String method, String path, Map<String, ?> body) {
        var item = new LinkedHashMap<String, Object>();
        item.put("method", method);
        item.put("path", path);
        if (body != null) {
            item.put("body", body);
        }
        return item;
    }
}
