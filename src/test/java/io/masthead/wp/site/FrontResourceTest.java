package io.masthead.wp.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Site;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrontResourceTest {

    private static final String LINK = "<https://gazette.example/wp-json/>; rel=\"https://api.w.org/\"";

    private final Site site = new Site();

    @AfterEach
    void put_back() {
        site.putBack();
    }

    @Test
    void the_root_names_the_site_and_leads_to_its_api() {
        site.with(Map.of("url", "https://gazette.example", "title", "A <script> & B"));

        var answer = given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Link", LINK)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("A &lt;script&gt; &amp; B"))
                .body(containsString("<strong>Masthead</strong>"))
                .body(containsString("content=\"width=device-width"))
                .body(containsString("href=\"/docs\""))
                .body(containsString("href=\"/api/v1\""))
                .body(containsString("href=\"/openapi\""))
                .body(containsString("href=\"/wp-json/\""))
                .body(containsString("href=\"/openapi/wordpress\""))
                .body(containsString("href=\"/docs/wordpress\""))
                .body(containsString("href=\"/wp-sitemap.xml\""))
                .body(containsString("/q/health\""))
                .body(containsString("href=\"https://gazette.example/feed/\""))
                .body(containsString("href=\"https://gazette.example/feed/atom/\""))
                .body(containsString("href=\"https://gazette.example/feed/json/\""))
                .body(not(containsString("<script>")))
                .extract();
        given().head("/").then().statusCode(200).header("Link", LINK).body(emptyString());
        given().header("If-None-Match", answer.header("ETag")).get("/").then().statusCode(304);
        given().get("/?utm_source=x").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?p=999999999", "/?s=x", "/?cat=999999999", "/2024/03/01/hello/", "/about/"})
    void pages_for_readers_are_not_served_here(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void parameters_of_plain_permalinks_lead_to_the_page_that_they_name() {
        var post = Blog.ofAdministrator().published("The lighthouse").write();
        var draft = Blog.ofAdministrator().draft("The keeper").write();
        var url = post.json().getString("url");

        given().redirects()
                .follow(false)
                .get("/?p=" + post.id())
                .then()
                .statusCode(301)
                .header("Location", url);
        given().redirects().follow(false).get("/?p=" + draft.id()).then().statusCode(404);

        site.with("permalinkStructure", "");
        given().redirects().follow(false).get("/?p=" + post.id()).then().statusCode(404);
    }

    @Test
    void other_surfaces_are_where_they_were() {
        given().get("/api/v1/posts").then().statusCode(200);
        given().get("/api/v1/nothing").then().statusCode(404).body("code", is("not_found"));
        given().get("/openapi").then().statusCode(200);
        given().get("/docs/").then().statusCode(200);
        given().get("/q/health").then().statusCode(404);
        assertThat(given().get("/openapi?format=json").asString()).doesNotContain("robots.txt", "/feed");
        given().post("/").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        Blog.ofAdministrator().asking().get("/api/v1/me").then().statusCode(200);
    }
}
