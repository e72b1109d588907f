package io.masthead.post;

import static io.restassured.RestAssured.given;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormerPagePathTest {

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void below_a_draft_without_a_slug_it_leads_to_the_page_by_its_id() {
        // Only drafts of WordPress' clients have none.
        var draft = blog.asking()
                .contentType("application/json")
                .body(Map.of("title", "Above"))
                .post("/wp-json/wp/v2/pages")
                .<Integer>path("id");
        var page = blog.page(Blog.unique("Below ")).with("status", "published").write();
        blog.asking()
                .contentType("application/json")
                .body(Map.of("parentId", draft))
                .patch(page.path())
                .then()
                .statusCode(200);

        given().redirects()
                .follow(false)
                .get("/api/v1/pages/by-slug/" + page.slug())
                .then()
                .statusCode(301)
                .header("Location", "/api/v1/pages/" + page.id());
    }
}
