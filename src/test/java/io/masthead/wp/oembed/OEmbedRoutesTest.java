package io.masthead.wp.oembed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cards of posts, as other sites ask for them. */
@QuarkusTest
public class OEmbedRoutesTest {

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_published_post_has_a_card() {
        var picture = blog.uploaded(Blog.unique("cover"));
        var title = Blog.unique("It's \"quays\" & more ");
        var post = blog.published(title)
                .with("featuredMediaId", picture)
                .saying("x")
                .write();
        var url = post.json().getString("url");

        embed(url, 1_000)
                .statusCode(200)
                .body("version", is("1.0"))
                .body("type", is("rich"))
                .body("provider_url", is(url.substring(0, url.indexOf('/', "https://".length()))))
                .body("author_url", containsString("/author/"))
                .body("title", containsString("\u201cquays\u201d"))
                .body("html", containsString("<a href=\"" + url + "\">"))
                .body("html", containsString("&#038; more"))
                .body("width", is(600))
                .body("height", is(338))
                .body("thumbnail_url", containsString("cover"))
                .body("thumbnail_width", is(3));
        embed(url, 1).statusCode(200).body("width", is(200)).body("height", is(200));
    }

    @Test
    void a_former_url_leads_to_the_card_too() {
        var post = blog.published(Blog.unique("Moved ")).saying("x").write();
        var url = post.json().getString("url");
        blog.asking()
                .body(Map.of("slug", Blog.unique("elsewhere-")))
                .patch(post.path())
                .then()
                .statusCode(200);

        embed(url, 600)
                .statusCode(200)
                .body("title", is(post.json().getString("title")))
                .body("thumbnail_url", nullValue());
    }

    @Test
    void what_is_hidden_or_elsewhere_has_none() {
        var draft = blog.draft(Blog.unique("Draft ")).saying("x").write();
        var site = draft.json().getString("url");

        for (var url : new String[] {
            site,
            "https://elsewhere.example/",
            site.substring(0, site.indexOf('/', 8) + 1),
            "::",
            "http://x/?p=" + draft.id()
        }) {
            embed(url, 600)
                    .statusCode(404)
                    .body("code", is("oembed_invalid_url"))
                    .body("html", nullValue());
        }
        blog.asking().get("/wp-json/oembed/1.0/embed?url=" + site).then().statusCode(404);
        given().get("/wp-json/oembed/1.0/embed").then().statusCode(400).body("code", is("rest_missing_callback_param"));
        given().queryParam("url", site)
                .queryParam("format", "xml")
                .get("/wp-json/oembed/1.0/embed")
                .then()
                .statusCode(501)
                .body("code", is("oembed_format_not_supported"));
        given().get("/wp-json").then().body("namespaces", hasItem("oembed/1.0"));
    }

    private static ValidatableResponse embed(String url, int width) {
        return given().queryParam("url", url)
                .queryParam("maxwidth", width)
                .get("/wp-json/oembed/1.0/embed")
                .then();
    }
}
