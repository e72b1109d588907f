package io.masthead.post;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.masthead.testsupport.Blog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTextUpgradeTest {

    @Inject
    SearchTextUpgrade upgrade;

    @Inject
    EntityManager entities;

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_post_without_a_search_text_is_found_after_the_next_run() {
        var word = Blog.unique("crème");
        var post = blog.published("Old").saying("It’s " + word).write();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from post_search where post_id = :id")
                        .setParameter("id", post.id())
                        .executeUpdate());
        given().queryParam("search", word).get("/api/v1/posts").then().body("items", empty());

        upgrade.fill();

        given().queryParam("search", "it's " + word.replace("è", "e"))
                .get("/api/v1/posts")
                .then()
                .body("items.id", contains((int) post.id()));
    }
}
