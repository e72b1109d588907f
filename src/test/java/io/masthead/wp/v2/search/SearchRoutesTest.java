package io.masthead.wp.v2.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Searching as WordPress' clients do. */
@OnBothDatabases
@QuarkusTest
class SearchRoutesTest {

    private static final String SEARCH = "/wp-json/wp/v2/search";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void posts_and_pages_are_found_together_latest_first() {
        var word = Blog.unique("heron");
        var post = blog.published("The " + word).write();
        var page = blog.page(word + " and company").with("status", "published").write();

        given().queryParam("search", word)
                .get(SEARCH)
                .then()
                .statusCode(200)
                .header("X-WP-Total", "2")
                .body("id", contains((int) page.id(), (int) post.id()))
                .body("subtype", contains("page", "post"), "type", contains("post", "post"))
                .body("[1]._links.self[0].href", endsWith("/wp-json/wp/v2/posts/" + post.id()));
        given().queryParam("search", word)
                .queryParam("subtype", "page")
                .get(SEARCH)
                .then()
                .body("id", contains((int) page.id()));
        given().queryParam("search", word)
                .queryParam("per_page", 1)
                .queryParam("page", 2)
                .get(SEARCH)
                .then()
                .header("X-WP-TotalPages", "2")
                .body("id", contains((int) post.id()));
    }

    @Test
    void drafts_are_found_by_nobody() {
        var word = Blog.unique("bittern");
        blog.draft("The " + word).write();

        given().queryParam("search", word).get(SEARCH).then().body("$", empty());
        tokens.as(Role.ADMINISTRATOR)
                .queryParam("search", word)
                .get(SEARCH)
                .then()
                .header("X-WP-Total", "0")
                .body("$", empty());
    }

    @Test
    void terms_are_found_by_name_with_their_taxonomy_as_type() {
        var word = Blog.unique("Egret ");
        var category = blog.category(word + " one");
        var tag = blog.tag(word + " two");

        given().queryParam("search", word)
                .queryParam("type", "term")
                .get(SEARCH)
                .then()
                .body("id", contains((int) category.id(), (int) tag.id()))
                .body("type", contains("category", "post_tag"))
                .body("[0]", not(hasKey("subtype")));
    }

    @Test
    void formats_have_words_for_ids_and_lie_nowhere() {
        given().queryParam("search", "ASID")
                .queryParam("type", "post-format")
                .get(SEARCH)
                .then()
                .body("id", contains("aside"), "title", contains("Aside"))
                .body("[0]._links", not(hasKey("self")));
    }

    @Test
    void a_page_far_beyond_the_end_is_empty() {
        given().queryParam("page", 100_000_000)
                .get(SEARCH)
                .then()
                .statusCode(200)
                .body("$", empty());
        given().queryParam("context", "edit").get(SEARCH).then().statusCode(400);
        given().queryParam("subtype", "attachment")
                .get(SEARCH)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params", hasKey("subtype"));
        blog.published(Blog.unique("One ")).write();
        given().queryParam("per_page", 1).get(SEARCH).then().body("$", hasSize(1));
    }
}
