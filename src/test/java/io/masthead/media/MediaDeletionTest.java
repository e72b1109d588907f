package io.masthead.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Media that posts show are not deleted by mistake. */
@OnBothDatabases
@QuarkusTest
class MediaDeletionTest {

    private static final int ROUNDS = 8;

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_post_never_loses_media_that_it_takes_at_this_moment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long media = uploaded(Pictures.png()).getLong("id");
            long post = blog.published(Blog.unique("Takes ")).write().id();

            var statuses = atOnce(() -> delete(media), () -> feature(post, media));

            int deleted = statuses.get(0);
            int featured = statuses.get(1);
            if (featured == 200) {
                assertThat(deleted).isEqualTo(409);
                given().get("/api/v1/posts/" + post).then().body("featuredMedia.id", is((int) media));
                given().get("/api/v1/media/" + media).then().statusCode(200);
            } else {
                assertThat(deleted).isEqualTo(204);
                assertThat(featured).isEqualTo(422);
            }
        }
    }

    @Test
    void contents_keep_the_file_while_other_media_have_it() {
        var picture = Pictures.png();
        var first = uploaded(picture);
        var second = uploaded(picture);
        assertThat(second.getString("url")).isEqualTo(first.getString("url"));
        var path = first.getString("url").replaceFirst("https?://[^/]+", "");
        blog.published(Blog.unique("Names "))
                .saying("![](" + path + ")")
                .with("featuredMediaId", second.getLong("id"))
                .write();

        assertThat(delete(first.getLong("id"))).isEqualTo(204);
        given().get(path).then().statusCode(200);
        given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .delete("/api/v1/media/" + second.getLong("id") + "?permanent=true")
                .then()
                .statusCode(409)
                .body("errors", hasSize(1), "errors[0].code", is("featured_media"));
    }

    @Test
    void the_last_of_two_media_with_one_file_is_not_deleted_while_a_post_shows_the_file() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var picture = Pictures.png();
            var first = uploaded(picture);
            var second = uploaded(picture);
            var path = first.getString("url").replaceFirst("https?://[^/]+", "");
            blog.published(Blog.unique("Names ")).saying("![](" + path + ")").write();

            var statuses = atOnce(() -> delete(first.getLong("id")), () -> delete(second.getLong("id")));

            assertThat(statuses).containsExactlyInAnyOrder(204, 409);
            given().get(path).then().statusCode(200);
        }
    }

    private JsonPath uploaded(byte[] picture) {
        return given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .multiPart("file", "pier.png", picture, "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private int delete(long media) {
        return given().auth()
                .oauth2(tokens.of(Role.ADMINISTRATOR))
                .delete("/api/v1/media/" + media + "?permanent=true")
                .statusCode();
    }

    private int feature(long post, long media) {
        return tokens.as(Role.ADMINISTRATOR)
                .body("{\"featuredMediaId\": " + media + "}")
                .patch("/api/v1/posts/" + post)
                .statusCode();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            var second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
