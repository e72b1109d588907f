package io.masthead.wp.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Site;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class SitemapResourceTest {

    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]*)</loc>");
    private static final String SITE = "https://gazette.example";

    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();

    @BeforeEach
    void a_site_of_its_own() {
        site.with(Map.of("url", SITE, "permalinkStructure", "/%year%/%monthnum%/%day%/%postname%/"));
    }

    @AfterEach
    void put_back() {
        site.putBack();
    }

    @Test
    void robots_are_led_to_the_sitemaps_and_those_to_their_parts() {
        blog.published(Blog.unique("Post "))
                .tagged(blog.tag(Blog.unique("tag ")))
                .write();

        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .body(containsString("User-agent: *"), containsString("Sitemap: " + SITE + "/wp-sitemap.xml"));
        var parts = given().get("/wp-sitemap.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml;charset=UTF-8")
                .extract()
                .xmlPath()
                .<String>getList("sitemapindex.sitemap.loc");
        assertThat(parts)
                .contains(
                        SITE + "/wp-sitemap-posts-post-1.xml",
                        SITE + "/wp-sitemap-posts-page-1.xml",
                        SITE + "/wp-sitemap-taxonomies-category-1.xml",
                        SITE + "/wp-sitemap-taxonomies-post_tag-1.xml",
                        SITE + "/wp-sitemap-users-1.xml");
        for (var part : parts) {
            given().get(part.substring(SITE.length())).then().statusCode(200);
        }
    }

    @Test
    void a_part_names_what_is_published_and_when_it_changed() {
        var category = blog.category(Blog.unique("Cat "));
        var empty = blog.category(Blog.unique("Empty "));
        var tag = blog.tag(Blog.unique("tag "));
        var post = blog.published(Blog.unique("Post "))
                .in(category)
                .tagged(tag)
                .with("format", "aside")
                .with("publishedAt", "2024-03-01T10:00:00Z")
                .write();
        var draft = blog.draft(Blog.unique("D ")).with("slug", Blog.unique("d")).write();
        var hidden = blog.draft(Blog.unique("P ")).with("status", "private").write();
        var above = blog.page(Blog.unique("Above ")).with("status", "published").write();
        var below = blog.page(Blog.unique("Below "))
                .with("status", "published")
                .with("parentId", above.id())
                .write();

        assertThat(locations("posts-post"))
                .contains(SITE + "/2024/03/01/" + post.slug() + "/")
                .noneMatch(address ->
                        address.contains(draft.slug()) || address.contains(hidden.slug()) || address.contains("?"));
        assertThat(locations("posts-page")).contains(SITE + "/", SITE + "/" + above.slug() + "/" + below.slug() + "/");
        assertThat(locations("taxonomies-category"))
                .contains(SITE + "/category/" + category.slug() + "/")
                .doesNotContain(SITE + "/category/" + empty.slug() + "/");
        assertThat(locations("taxonomies-post_tag")).contains(SITE + "/tag/" + tag.slug() + "/");
        assertThat(locations("taxonomies-post_format")).contains(SITE + "/type/aside/");
        assertThat(locations("users")).contains(SITE + "/author/" + post.json().getString("author.slug") + "/");
        assertThat(given().get("/wp-sitemap-posts-post-1.xml").asString())
                .containsPattern("<lastmod>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00</lastmod>");
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void a_part_of_posts_is_one_statement() {
        blog.published(Blog.unique("One ")).write();
        blog.published(Blog.unique("Two "))
                .tagged(blog.tag(Blog.unique("two ")))
                .write();

        assertThat(cost("/wp-sitemap-posts-post-1.xml")).isLessThanOrEqualTo(1);
        assertThat(cost("/wp-sitemap.xml")).isLessThanOrEqualTo(1);
        assertThat(cost("/wp-sitemap-users-1.xml")).isLessThanOrEqualTo(1);
        assertThat(cost("/wp-sitemap-taxonomies-post_tag-1.xml")).isLessThanOrEqualTo(1);
    }

    @Test
    void what_is_known_is_not_sent_again() {
        blog.published(Blog.unique("One ")).write();
        for (var path : List.of("/wp-sitemap.xml", "/wp-sitemap-posts-post-1.xml", "/robots.txt")) {
            var etag = given().get(path).header("ETag");
            given().header("If-None-Match", etag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .body(emptyString());
            given().head(path).then().statusCode(200).body(emptyString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wp-sitemap-posts-post-999999.xml",
                "/wp-sitemap-posts-post-0.xml",
                "/wp-sitemap-posts-post-99999999999.xml",
                "/wp-sitemap-taxonomies-post_format-2.xml",
                "/wp-sitemap-bogus-1.xml",
                "/wp-sitemap-users-2.xml",
                "/wp-sitemap-.xml"
            })
    void what_is_no_part_is_not_there(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void who_looks_elsewhere_is_led_on() {
        given().redirects()
                .follow(false)
                .get("/sitemap.xml")
                .then()
                .statusCode(301)
                .header("Location", "/wp-sitemap.xml");
    }

    /** Of all parts: other tests may have published more than one holds. */
    private static List<String> locations(String kind) {
        var part = Pattern.compile("(/wp-sitemap-" + kind + "-\\d+\\.xml)</loc>");
        var index =
                given().get("/wp-sitemap.xml").then().statusCode(200).extract().asString();
        // XmlPath takes half a minute for all that the other tests have published.
        return part.matcher(index)
                .results()
                .map(found -> given().get(found.group(1))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .flatMap(sitemap -> LOCATION.matcher(sitemap).results())
                .map(found -> found.group(1))
                .toList();
    }

    private long cost(String path) {
        return SentStatements.count(() -> given().get(path).then().statusCode(200));
    }
}
