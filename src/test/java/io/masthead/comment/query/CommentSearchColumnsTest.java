package io.masthead.comment.query;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.masthead.platform.db.SearchColumns;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class CommentSearchColumnsTest {

    @Inject
    SearchColumns columns;

    @Inject
    EntityManager entities;

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_comment_from_before_is_found_after_the_next_start_and_is_not_changed_by_it() {
        var word = Blog.unique("crème");
        var post = blog.published("Old").saying("x").write();
        var id = blog.asking()
                .body(Map.of("text", "It’s *" + word + "*"))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        var tag = blog.asking().get("/api/v1/comments/" + id).header("ETag");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update comment set search_text = null," + " search_name = null where id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        search(word).body("items", empty());

        columns.fill();

        search("it's " + word.replace("è", "e") + " administrator").body("items.id", contains(id));
        blog.asking().get("/api/v1/comments/" + id).then().header("ETag", is(tag));
    }

    @Test
    void what_was_stored_before_sources_were_filtered_is_not_found() {
        var word = Blog.unique("hidden");
        var post = blog.published("Old").saying("x").write();
        var id = blog.asking()
                .body(Map.of("text", "Said"))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update comment set search_text = null," + " source = :source where id = :id")
                        .setParameter("source", "Said <script>" + word + "</script>")
                        .setParameter("id", id)
                        .executeUpdate());

        columns.fill();

        search("said").body("items.id", hasItem(id));
        search(word).body("items", empty());
    }

    private ValidatableResponse search(String words) {
        return blog.asking().queryParam("search", words).get("/api/v1/comments").then();
    }
}
