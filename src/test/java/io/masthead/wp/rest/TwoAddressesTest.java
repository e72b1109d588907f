package io.masthead.wp.rest;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.setting.SwitchedApiUrl;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Site;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A site whose readers and clients have addresses of their own. */
@QuarkusTest
class TwoAddressesTest {

    private static final String SITE = "https://news.example";
    private static final String API = "https://api.news.example";

    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();

    @Inject
    SwitchedApiUrl apiUrl;

    @AfterEach
    void put_back() {
        apiUrl.set(null);
        site.putBack();
    }

    @Test
    void links_to_resources_name_the_api_and_links_to_pages_the_site() {
        apiUrl.set(API + "/");
        site.with("url", SITE);
        var picture = blog.uploaded(unique("ferry"));
        var post =
                blog.published(unique("Apart")).with("featuredMediaId", picture).write();

        given().get("/wp-json/wp/v2/posts/" + post.id())
                .then()
                .statusCode(200)
                .body("link", startsWith(SITE + "/"), "guid.rendered", startsWith(SITE + "/"))
                .body("_links.self[0].href", is(API + "/wp-json/wp/v2/posts/" + post.id()));
        given().get("/wp-json/").then().body("home", is(SITE), "url", is(API));
        given().get(post.path())
                .then()
                .body("url", startsWith(SITE + "/"), "featuredMedia.url", startsWith(API + "/media/"));
        given().get("/").then().header("Link", containsString("<" + API + "/wp-json/>"));
    }
}
