package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, methods under another name, and who is told of which. */
@QuarkusTest
class MethodTest {

    private static final String CATEGORIES = "/wp-json/wp/v2/categories";
    private static final String TAGS = "/wp-json/wp/v2/tags";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void no_header_makes_a_get_empty_for_caches() {
        given().header("X-HTTP-Method-Override", "HEAD")
                .get("/wp-json/wp/v2/types")
                .then()
                .statusCode(200)
                .body("post.slug", is("post"));
    }

    @Test
    void options_describes_a_route_and_what_lies_there() {
        given().options(CATEGORIES)
                .then()
                .statusCode(200)
                .body("namespace", is("wp/v2"))
                .body("endpoints[1].methods[0]", is("POST"))
                .body("endpoints[1].allow_batch.v1", is(true))
                .body("schema.title", is("category"))
                .body("schema.'$schema'", is("http://json-schema.org/draft-04/schema#"))
                .body("schema.properties.count.readonly", is(true))
                .body("schema.properties.name.context", is(List.of("view", "embed", "edit")));
        given().options(CATEGORIES + "?_fields=namespace").then().body("$", not(hasKey("schema")));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSCRIBER, GET, GET",
        "CONTRIBUTOR, GET, 'GET, POST'",
        "AUTHOR, GET, 'GET, POST'",
        "EDITOR, 'GET, POST', 'GET, POST'",
        "ADMINISTRATOR, 'GET, POST', 'GET, POST'"
    })
    void allow_names_what_this_caller_may_do(Role role, String categories, String tags) {
        for (var method : new String[] {"GET", "OPTIONS"}) {
            tokens.as(role).request(method, CATEGORIES).then().header("Allow", is(categories));
            tokens.as(role).request(method, TAGS).then().header("Allow", is(tags));
        }
    }

    @Test
    void guests_may_only_read() {
        var category = blog.category(Blog.unique("Allowed "));

        given().get(CATEGORIES).then().header("Allow", is("GET"));
        given().options(CATEGORIES + "/" + category.id()).then().header("Allow", is("GET"));
        given().body("{\"name\": \"x\"}")
                .contentType("application/json")
                .post(CATEGORIES)
                .then()
                .statusCode(401)
                .header("Allow", is("GET"));
        given().get("/wp-json/wp/v2/settings").then().header("Allow", nullValue());
    }

    @Test
    void on_one_term_allow_depends_on_the_term() {
        var category = blog.category(Blog.unique("Allowed "));
        int standard =
                tokens.as(Role.ADMINISTRATOR).get("/wp-json/wp/v2/settings").path("default_category");

        tokens.as(Role.EDITOR)
                .options(CATEGORIES + "/" + category.id())
                .then()
                .header("Allow", is("GET, POST, PUT, PATCH, DELETE"));
        tokens.as(Role.ADMINISTRATOR)
                .options(CATEGORIES + "/" + standard)
                .then()
                .header("Allow", is("GET, POST, PUT, PATCH"));
    }

    @Test
    void what_was_asked_for_in_vain_is_not_allowed_and_what_else_may_be_done_is() {
        tokens.as(Role.CONTRIBUTOR)
                .get(TAGS + "?context=edit")
                .then()
                .statusCode(403)
                .header("Allow", is("POST"));
        tokens.as(Role.CONTRIBUTOR)
                .get(TAGS + "?per_page=none")
                .then()
                .statusCode(400)
                .header("Allow", is("GET, POST"));
    }

    @Test
    void terms_of_a_post_that_is_refused_may_still_be_created() {
        for (var method : List.of("GET", "OPTIONS")) {
            tokens.as(Role.EDITOR)
                    .request(method, CATEGORIES + "?post=999999999")
                    .then()
                    .statusCode(method.equals("GET") ? 400 : 200)
                    .header("Allow", is("POST"));
        }
        tokens.as(Role.CONTRIBUTOR)
                .get(TAGS + "?context=edit&post=999999999")
                .then()
                .statusCode(403)
                .header("Allow", is("POST"));
        given().get(TAGS + "?post=999999999").then().statusCode(400).header("Allow", nullValue());
    }

    @Test
    void what_is_deleted_for_good_allows_nothing_more() {
        var tag = blog.tag(Blog.unique("Gone "));

        tokens.as(Role.EDITOR)
                .delete(TAGS + "/" + tag.id() + "?force=true")
                .then()
                .statusCode(200)
                .header("Allow", nullValue());
    }

    @Test
    void head_answers_like_get_without_a_body() {
        var whole = given().get(TAGS + "?per_page=1").then().statusCode(200).extract();
        var bare = given().head(TAGS + "?per_page=1")
                .then()
                .statusCode(200)
                .body(is(emptyString()))
                .extract();

        for (var name : new String[] {"X-WP-Total", "X-WP-TotalPages", "Allow", "Content-Type"}) {
            assertThat(bare.header(name)).as(name).isEqualTo(whole.header(name)).isNotNull();
        }
        given().head(CATEGORIES + "/999999999").then().statusCode(404);
        given().head("/wp-json/wp/v2/nowhere").then().statusCode(404);
        given().head("/wp-json/wp/v2/settings").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_method_in_the_query_or_a_header_counts(String sent) {
        var first = blog.category(Blog.unique("Overridden "));
        var second = blog.category(Blog.unique("Overridden "));

        tokens.as(Role.EDITOR)
                .request(sent, CATEGORIES + "/" + first.id() + "?_method=delete&force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true), "previous.id", is((int) first.id()));
        tokens.as(Role.EDITOR)
                .header("X-HTTP-Method-Override", "DELETE")
                .request(sent, CATEGORIES + "/" + second.id() + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true));
        given().get(CATEGORIES + "/" + second.id()).then().statusCode(404);
    }

    @Test
    void a_method_by_another_name_gives_nobody_more_rights() {
        var category = blog.category(Blog.unique("Kept "));

        given().get(CATEGORIES + "/" + category.id() + "?_method=DELETE&force=true")
                .then()
                .statusCode(401)
                .body("code", is("rest_cannot_delete"));
        tokens.as(Role.AUTHOR)
                .header("X-HTTP-Method-Override", "DELETE")
                .post(CATEGORIES + "/" + category.id() + "?force=true")
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_delete"));
        given().get(CATEGORIES + "/" + category.id()).then().statusCode(200);
    }

    @Test
    void a_method_that_does_not_exist_changes_nothing() {
        given().get(TAGS + "?_method=BREW").then().statusCode(200);
        given().header("X-HTTP-Method-Override", "TRACE").get(TAGS).then().statusCode(200);
        given().get(TAGS + "?_method[]=DELETE").then().statusCode(200);
    }

    @Test
    void put_and_patch_are_post_to_one_thing() {
        var category = blog.category(Blog.unique("Updated "));

        for (var method : new String[] {"POST", "PUT", "PATCH"}) {
            var words = Blog.unique("By " + method);
            tokens.as(Role.EDITOR)
                    .body(Map.of("description", words))
                    .request(method, CATEGORIES + "/" + category.id())
                    .then()
                    .statusCode(200)
                    .body("description", is(words), "name", notNullValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /wp/v2/categories",
        "PATCH, /wp/v2/categories",
        "DELETE, /wp/v2/categories",
        "POST, /wp/v2/types",
        "DELETE, /wp/v2/settings",
        "GET, /batch/v1",
        "DELETE, /"
    })
    void a_method_that_a_route_does_not_take_is_no_route(String method, String route) {
        tokens.as(Role.ADMINISTRATOR)
                .request(method, "/wp-json" + route)
                .then()
                .statusCode(404)
                .body("code", is("rest_no_route"));
    }
}
