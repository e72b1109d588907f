package io.masthead.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients read one absolute URL of an uploaded file wherever it is shown. */
@QuarkusTest
class UploadedAddressTest {

    private final Tokens tokens = new Tokens();
    private final Blog blog = Blog.ofAdministrator();

    @Test
    void featured_media_have_an_absolute_url_on_each_surface() {
        var name = Blog.unique("pier");
        var uploaded = given().auth()
                .oauth2(tokens.of(Role.EDITOR))
                .multiPart("file", name + ".png", Pictures.png(), "image/png")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .body("url", matchesPattern("https?://[^/]+/media/.+"))
                .extract()
                .jsonPath();
        var url = uploaded.getString("url");
        long media = uploaded.getLong("id");
        var post = blog.published(name).with("featuredMediaId", media).write();

        for (var path : List.of("/api/v1/posts/" + post.id(), "/api/v1/posts/by-slug/" + post.slug())) {
            given().get(path + "?include=featuredMedia")
                    .then()
                    .statusCode(200)
                    .body("featuredMedia.sourceUrl", is(url));
        }
        given().queryParam("search", name)
                .get("/api/v1/posts?include=featuredMedia")
                .then()
                .body("items[0].featuredMedia.sourceUrl", is(url));
        given().get("/api/v1/media/" + media).then().body("url", is(url), "sourceUrl", is(url));
        given().queryParam("search", name).get("/api/v1/media").then().body("items[0].url", is(url));
        given().get("/wp-json/wp/v2/posts/" + post.id() + "?_embed")
                .then()
                .body("_embedded.'wp:featuredmedia'[0].source_url", is(url));
        given().get("/wp-json/wp/v2/media/" + media).then().body("source_url", is(url), "guid.rendered", is(url));
        given().queryParam("search", name).get("/wp-json/wp/v2/media").then().body("[0].source_url", is(url));
    }
}
