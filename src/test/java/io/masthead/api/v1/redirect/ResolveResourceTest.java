package io.masthead.api.v1.redirect;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnBothDatabases
class ResolveResourceTest {

    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();

    @AfterEach
    void put_back() {
        site.putBack();
    }

    private static ValidatableResponse resolve(String path) {
        return given().queryParam("path", path).get("/api/v1/resolve").then();
    }

    private static void found(String url, String type, long id) {
        resolve(url).statusCode(200).body("type", is(type), "id", is((int) id), "url", is(url), "canonical", is(url));
    }

    private static void moved(String path, String to) {
        resolve(path)
                .statusCode(200)
                .body(
                        "redirect.to",
                        is(to),
                        "redirect.status",
                        is(301),
                        "type",
                        is("redirect"),
                        "$",
                        not(hasKey("id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%year%/%monthnum%/%day%/%postname%/",
                "/%postname%",
                "/archives/%post_id%",
                "/%category%/%author%/%postname%/",
                "/%year%/%monthnum%/%day%/%hour%%minute%%second%-%postname%.html",
                ""
            })
    void what_a_url_says_is_found_there_with_every_structure(String structure) {
        site.with("permalinkStructure", structure);
        var above = blog.category(unique("Sea"));
        var category = blog.categoryBelow(above, unique("Tides"));
        var tag = blog.tag(unique("Ferry"));
        var post = blog.published(unique("Tide")).in(category).tagged(tag).write();
        var parent = blog.page(unique("House")).with("status", "published").write();
        var child = blog.page(unique("Desk"))
                .with("status", "published")
                .with("parentId", parent.id())
                .write();

        found(post.json().getString("url"), "post", post.id());
        found(post.json().getString("categories[0].url"), "category", category.id());
        found(post.json().getString("tags[0].url"), "tag", tag.id());
        found(post.json().getString("author.url"), "author", post.json().getLong("author.id"));
        found(parent.json().getString("url"), "page", parent.id());
        found(child.json().getString("url"), "page", child.id());
        resolve(post.json().getString("path")).body("resource", is(post.path()));
    }

    @Test
    void a_moved_page_leads_on_and_a_missing_slash_does_not() {
        var post = blog.published(unique("Before")).write();
        var old = post.json().getString("path");
        var slug = unique("after").toLowerCase(Locale.ROOT);
        var url = blog.asking().body(Map.of("slug", slug)).patch(post.path()).<String>path("url");

        moved(old, url);
        moved(old + "feed/", url + "feed/");
        moved("/1999/01/01/" + slug + "/", url);
        moved("/?p=" + post.id(), url);
        moved("/?page_id=" + post.id(), url);
        moved("/?name=" + slug, url);
        resolve(url.substring(0, url.length() - 1)).body("id", is((int) post.id()), "canonical", is(url));
        resolve(url + "?utm_source=letter#part").body("id", is((int) post.id()));
        resolve("/no-such-" + slug).statusCode(404).body("code", is("path_not_found"));
    }

    @Test
    void a_page_wins_over_the_former_slug_of_a_post_and_long_addresses_are_found() {
        site.with("permalinkStructure", "/%postname%/");
        var slug = unique("about").toLowerCase(Locale.ROOT);
        var post = blog.published(unique("About")).with("slug", slug).write();
        blog.asking().body(Map.of("slug", slug + "-2")).patch(post.path());
        moved("/" + slug + "/", post.json().getString("url").replace(slug, slug + "-2"));
        var page = blog.page(unique("About us"))
                .with("slug", slug)
                .with("status", "published")
                .write();
        found(page.json().getString("url"), "page", page.id());
        given().get("/api/v1/redirects").then().body("items.source", not(hasItem("/" + slug)));

        site.with("permalinkStructure", "/%year%/%postname%/");
        given().get("/api/v1/redirects").then().body("items.source", hasItem(endsWith("/" + slug)));

        var longest = blog.published(unique("Long"))
                .with("slug", "\uD83D\uDE00".repeat(200))
                .write();
        moved("/?p=" + longest.id(), longest.json().getString("url"));
        blog.asking()
                .body(Map.of("slug", unique("short").toLowerCase(Locale.ROOT)))
                .patch(longest.path());
        given().get("/api/v1/redirects").then().statusCode(200);
    }

    @Test
    void former_settings_lead_to_the_current_addresses() {
        site.with(Map.of("permalinkStructure", "/archives/%post_id%/", "categoryBase", "topics"));
        var category = blog.category(unique("Old base"));
        var post = blog.published(unique("Old form")).in(category).write();
        var old = post.json().getString("path");
        var oldCategory = post.json().getString("categories[0].path");
        site.with(Map.of("permalinkStructure", "/%postname%/", "categoryBase", "category"));
        var now = given().get(post.path()).jsonPath();

        moved(old, now.getString("url"));
        moved(oldCategory, now.getString("categories[0].url"));
        found(now.getString("url"), "post", post.id());
    }

    @Test
    void parts_feeds_and_dates_have_addresses_of_their_own() {
        var category = blog.category(unique("Parts"));
        var post = blog.published(unique("In parts")).in(category).write();
        var url = post.json().getString("url");
        var archive = post.json().getString("categories[0].url");

        resolve(archive + "page/2/")
                .body("type", is("category"), "page", is(2), "url", is(archive), "canonical", is(archive + "page/2/"));
        resolve(url + "2").body("type", is("post"), "page", is(2), "canonical", is(url + "2/"));
        resolve(url + "comment-page-3/").body("type", is("post"), "page", is(3));
        moved(archive + "page/1/", archive);
        moved("/?cat=" + category.id() + "&paged=2", archive + "page/2/");
        moved("/?cat=" + category.id() + "&page=2", archive);
        moved("/?p=" + post.id() + "&paged=2", url);
        resolve("/?feed=nonsense").statusCode(404);
        resolve("/feed/rdf/").statusCode(404);
        resolve(archive + "feed/atom/").body("type", is("feed"), "id", nullValue(), "url", is(archive + "feed/atom/"));
        resolve("/feed/").body("type", is("feed"));
        resolve("/comments/feed/").body("type", is("feed"));
        resolve("/2026/05/")
                .body("type", is("archive"), "resource", containsString("publishedFrom="), "$", not(hasKey("id")));
        resolve("/?m=202605").body("redirect.to", containsString("/2026/05/"));
        resolve("/2026/13/").statusCode(404);
        resolve("/").body("type", is("home"), "resource", is("/api/v1/posts"));
        resolve("/page/2/").body("type", is("home"), "page", is(2));
        resolve("/?s=sea fog").body("type", is("search"), "resource", is("/api/v1/posts?search=sea+fog"));
    }

    @Test
    void media_stand_below_their_post() {
        var media = blog.uploaded(unique("chart"));
        var slug = given().get("/api/v1/media/" + media).<String>path("slug");

        resolve("/" + slug + "/")
                .body("type", is("media"), "id", is((int) media), "resource", is("/api/v1/media/" + media));
        resolve("/elsewhere/" + slug + "/").statusCode(404);
    }

    @Test
    void what_the_caller_may_not_see_is_not_there() {
        var draft = blog.draft(unique("Draft"))
                .with("slug", unique("hidden").toLowerCase(Locale.ROOT))
                .write();
        var secret = blog.published(unique("Private")).with("status", "private").write();

        resolve("/?p=" + draft.id()).statusCode(404);
        resolve(secret.json().getString("url")).statusCode(404);
        blog.asking()
                .queryParam("path", secret.json().getString("url"))
                .get("/api/v1/resolve")
                .then()
                .statusCode(200);
    }

    @Test
    void the_time_zone_moves_no_address_that_was_published() {
        site.with("timeZone", "Europe/Berlin");
        var post = blog.published(unique("Midnight"))
                .with("publishedAt", "2023-01-13T22:30:00Z")
                .write();
        var summer = blog.published(unique("Summer"))
                .with("publishedAt", "2023-07-13T21:59:00Z")
                .write();
        site.with("timeZone", "Asia/Tokyo");

        found(post.json().getString("url"), "post", post.id());
        found(summer.json().getString("url"), "post", summer.id());
        given().get(post.path()).then().body("path", containsString("/2023/01/13/"));
        given().get(summer.path()).then().body("path", containsString("/2023/07/13/"));
        blog.asking()
                .body(Map.of("publishedAt", "2023-01-13T22:31:00Z"))
                .patch(post.path())
                .then()
                .body("path", containsString("/2023/01/14/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"about", "//evil.example/", "https://evil.example/", "javascript:alert(1)"})
    void a_path_is_one_of_the_site(String path) {
        resolve(path).statusCode(400).body("code", is("invalid_parameter"), "errors[0].parameter", is("path"));
        given().get("/api/v1/resolve").then().statusCode(400).body("errors[0].code", is("required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/\u0000", "/%00/", "/%ff%fe/", "/?p=99999999999999999999", "/?m=0", "/../../etc/passwd", "/a\\b"
            })
    void odd_paths_are_not_there(String path) {
        resolve(path).statusCode(404);
    }
}
