package io.masthead.api.v1.redirect;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnBothDatabases
class RedirectResourceTest {

    private static final String REDIRECTS = "/api/v1/redirects";

    private final Blog blog = Blog.ofAdministrator();

    private static String path(String word) {
        return "/" + unique(word).toLowerCase(Locale.ROOT);
    }

    private ValidatableResponse create(String source, String match, String target, Integer status) {
        var body = new HashMap<String, Object>();
        body.put("source", source);
        body.put("match", match);
        if (target != null) {
            body.put("target", target);
        }
        body.put("status", status);
        return blog.asking().body(body).post(REDIRECTS).then();
    }

    private static ValidatableResponse resolve(String path) {
        return given().queryParam("path", path).get("/api/v1/resolve").then();
    }

    private static String site() {
        return given().get("/api/v1/settings").path("url");
    }

    @Test
    void a_redirect_is_created_read_changed_and_deleted() {
        var source = path("old");
        var created = create(source + "/", "exact", "/new/", 302)
                .statusCode(201)
                .body("source", is(source), "match", is("exact"), "target", is("/new/"), "status", is(302))
                .extract();
        var location = created.header("Location");
        assertThat(location).isEqualTo(REDIRECTS + "/" + created.path("id"));
        given().get(location).then().statusCode(200).header("ETag", is(created.header("ETag")));
        resolve(source).body("redirect.to", is(site() + "/new/"), "redirect.status", is(302));

        blog.asking()
                .header("If-Match", "\"7-00\"")
                .body(Map.of("status", 308))
                .patch(location)
                .then()
                .statusCode(412);
        blog.asking()
                .body(Map.of("status", 308))
                .patch(location)
                .then()
                .statusCode(200)
                .body("status", is(308));
        create(source, "exact", "/other/", 301).statusCode(422).body("errors[0].pointer", is("/source"));
        blog.asking().delete(location).then().statusCode(204);
        given().get(location).then().statusCode(404).body("code", is("redirect_not_found"));
        resolve(source).statusCode(404);
    }

    @Test
    void a_prefix_takes_what_is_below_it_along_and_the_longer_one_wins() {
        var base = path("blog");
        create(base, "prefix", "https://archive.example/old", 308).statusCode(201);
        create(base + "/kept", "prefix", "/kept/", 301).statusCode(201);
        create(base + "/gone", "exact", null, 410).statusCode(201);
        create(base + "/gone?page=2", "exact", "/second/", 307).statusCode(201);

        resolve(base).body("redirect.to", is("https://archive.example/old"));
        resolve(base + "/2020/caf%C3%A9 au lait/")
                .body("redirect.to", is("https://archive.example/old/2020/caf%c3%a9%20au%20lait"));
        resolve(base + "er").statusCode(404);
        resolve(base + "/kept/a").body("redirect.to", is(site() + "/kept/a"), "redirect.status", is(301));
        resolve(base + "/gone/").body("redirect.to", nullValue(), "redirect.status", is(410));
        resolve(base + "/gone?page=2").body("redirect.to", is(site() + "/second/"));
    }

    @Test
    void chains_are_shortened_and_circles_refused() {
        var first = path("first");
        var second = path("second");
        var third = path("third");
        create(first, "exact", second + "/", 301).statusCode(201);
        create(second, "exact", third, 302).statusCode(201);

        resolve(first).body("redirect.to", is(site() + third), "redirect.status", is(301));
        create(third, "exact", site() + first, 301)
                .statusCode(422)
                .body("errors[0].pointer", is("/target"), "errors[0].code", is("loop"));
        create(third, "prefix", third + "/more", 301).statusCode(422).body("errors[0].code", is("loop"));
        resolve(third).statusCode(404);
    }

    @Test
    void a_circle_that_was_not_foreseen_leads_nowhere() {
        var one = path("one");
        var other = path("other");
        create(other + "/foo", "exact", one + "/foo", 301).statusCode(201);
        create(one, "prefix", other, 301).statusCode(201);

        resolve(one + "/foo").statusCode(404);
    }

    @Test
    void two_clients_at_once_make_no_circle() throws Exception {
        var one = path("one");
        var other = path("other");
        List<Callable<Integer>> writes = List.of(
                () -> create(one, "exact", other, 301).extract().statusCode(),
                () -> create(other, "exact", one, 301).extract().statusCode());
        var pool = Executors.newFixedThreadPool(2);
        try {
            var statuses = pool.invokeAll(writes).stream()
                    .map(write -> {
                        try {
                            return write.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 422);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "no-slash           | exact  | /x                  | 301 | /source",
                "https://e.example/ | exact  | /x                  | 301 | /source",
                "/                  | prefix | /x                  | 301 | /source",
                "/a?b=c             | prefix | /x                  | 301 | /source",
                "/a                 | regex  | /x                  | 301 | /match",
                "/BYTES             | exact  | /x                  | 301 | /source",
                "/a                 | prefix | /x?a=b              | 301 | /target",
                "/a                 | exact  | //evil.example      | 301 | /target",
                "/a                 | exact  | javascript:alert(1) | 301 | /target",
                "/a                 | exact  | /\\evil.example     | 301 | /target",
                "/a                 | exact  | /a b                | 301 | /target",
                "/a                 | exact  | NULL                | 301 | /target",
                "/a                 | exact  | /x                  | 410 | /target",
                "/a                 | exact  | /x                  | 303 | /status"
            })
    void what_makes_no_redirect_is_refused_by_name(
            String source, String match, String target, int status, String pointer) {
        create(source.replace("BYTES", "\u6F22".repeat(700)), match, target, status)
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void one_list_has_redirects_and_former_slugs_in_three_formats() {
        var source = path("listed");
        create(source, "prefix", "/target/", 301).statusCode(201);
        var post = blog.published(unique("Listed")).write();
        var old = post.json().getString("path");
        var hidden = blog.published(unique("Unlisted"))
                .with("slug", path("d").substring(1))
                .write();
        blog.asking()
                .body(Map.of("slug", path("e").substring(1), "status", "private"))
                .patch(hidden.path())
                .then()
                .statusCode(200);
        create(source + "/longer", "prefix", "/longer/", 301).statusCode(201);
        var url = blog.asking()
                .body(Map.of("slug", path("renamed").substring(1)))
                .patch(post.path())
                .<String>path("url");
        var former = old.substring(0, old.length() - 1);

        given().get(REDIRECTS)
                .then()
                .statusCode(200)
                .body("items.find { it.source == '" + source + "' }.target", is(site() + "/target/"))
                .body("items.find { it.source == '" + former + "' }.target", is(url))
                .body("items.find { it.source == '" + former + "' }.id", nullValue())
                .body(not(containsString(hidden.slug())));
        var rules = given().get(REDIRECTS + "?format=netlify").asString();
        assertThat(rules.indexOf(source + "/longer/*")).isPositive().isLessThan(rules.indexOf(source + "/*"));
        given().get(REDIRECTS + "?format=netlify")
                .then()
                .body(not(containsString(hidden.slug())))
                .contentType("text/plain;charset=UTF-8")
                .body(containsString(source + "/* " + site() + "/target/:splat 301\n"))
                .body(containsString(former + "/* " + url + ":splat 301\n"));
        given().get(REDIRECTS + "?format=csv")
                .then()
                .contentType("text/csv;charset=UTF-8")
                .body(containsString(source + ",prefix," + site() + "/target/,301,"));
        given().get(REDIRECTS + "?updatedFrom=2999-01-01T00:00:00Z").then().body("items.size()", is(0));
        given().get(REDIRECTS + "?format=xml").then().statusCode(400).body("errors[0].parameter", is("format"));
    }

    @Test
    void the_list_has_former_slugs_of_media_and_the_urls_of_former_settings() {
        var post = blog.published(unique("Moved"))
                .with("slug", path("moved").substring(1))
                .with("publishedAt", "2024-05-06T07:08:09Z")
                .write();
        var page = blog.page(unique("Standing"))
                .with("slug", path("standing").substring(1))
                .with("status", "published")
                .write();
        var namesake =
                blog.published(unique("Namesake")).with("slug", page.slug()).write();
        var hidden = blog.published(unique("Hidden"))
                .with("slug", path("hidden").substring(1))
                .write();
        blog.asking()
                .body(Map.of("status", "private"))
                .patch(hidden.path())
                .then()
                .statusCode(200);
        var picture = blog.uploaded(path("picture").substring(1));
        var was = given().get("/api/v1/media/" + picture).<String>path("slug");
        blog.asking()
                .body(Map.of("slug", path("seen").substring(1)))
                .patch("/api/v1/media/" + picture)
                .then()
                .statusCode(200);
        var before = given().get("/api/v1/settings").then().extract().jsonPath();
        try {
            settings("/blog/%year%/%postname%/", "topics" + post.id());
            var slug = post.slug();
            var renamed = path("again").substring(1);
            blog.asking()
                    .body(Map.of("slug", renamed))
                    .patch(post.path())
                    .then()
                    .statusCode(200);
            settings("/%postname%/", "c" + post.id());
            settings("/%year%/%monthnum%/%day%/%postname%/", "category");

            var target = site() + "/2024/05/06/" + renamed + "/";
            var list = given().get(REDIRECTS).then().extract().jsonPath();
            for (var source : List.of("/blog/2024/" + renamed, "/blog/2024/" + slug, "/" + renamed, "/" + slug)) {
                assertThat(list.getString("items.find { it.source == '" + source + "' }.target"))
                        .as(source)
                        .isEqualTo(target);
                resolve(source).body("redirect.to", is(target));
            }
            assertThat(list.getString("items.find { it.source == '/" + renamed + "' }.match"))
                    .isEqualTo("exact");
            assertThat(list.getString("items.find { it.source == '/topics" + post.id() + "' }.target"))
                    .isEqualTo(site() + "/category");
            assertThat(list.getString("items.find { it.source == '/" + was + "' }.target"))
                    .startsWith(site() + "/seen");
            assertThat(list.getList("items.source", String.class))
                    .doesNotContain("/" + page.slug(), "/2024/05/06/" + renamed, "/category")
                    .noneMatch(one -> one.contains(hidden.slug()))
                    .contains(
                            "/blog/" + namesake.json().getString("publishedAt").substring(0, 4) + "/" + namesake.slug())
                    .doesNotHaveDuplicates();
            given().get(REDIRECTS + "?format=netlify")
                    .then()
                    .body(containsString("/blog/2024/" + renamed + "/* " + target + ":splat 301\n"))
                    .body(containsString("\n/" + renamed + " " + target + " 301\n"));
            given().get(REDIRECTS + "?updatedFrom=2999-01-01T00:00:00Z").then().body("items.size()", is(0));
        } finally {
            settings(before.getString("permalinkStructure"), before.getString("categoryBase"));
        }
    }

    private void settings(String structure, String categoryBase) {
        blog.asking()
                .body(Map.of("permalinkStructure", structure, "categoryBase", categoryBase))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);
    }

    @Test
    void exports_of_the_redirection_plug_in_are_taken_over() {
        var one = path("imported");
        var two = path("gone");
        var export = Map.of(
                "redirects",
                List.of(
                        Map.of("url", one, "action_code", 301, "action_data", Map.of("url", "/x/"), "enabled", true),
                        Map.of("url", two, "action_code", 410, "action_type", "error", "enabled", true),
                        Map.of("url", "/blog/(.*)", "regex", true, "action_code", 301),
                        Map.of("url", "/off", "enabled", false, "action_code", 301)));

        blog.asking()
                .body(export)
                .post(REDIRECTS + "/import")
                .then()
                .statusCode(200)
                .body("created", is(2), "unchanged", is(0), "skipped.source", is(List.of("/blog/(.*)", "/off")));
        blog.asking().body(export).post(REDIRECTS + "/import").then().body("created", is(0), "unchanged", is(2));
        resolve(two).body("redirect.status", is(410));

        var three = path("csv");
        blog.asking()
                .contentType("text/csv")
                .body("source,target,regex,code\n" + three + ",\"/y/?a=1,2\",0,302\n/z,,0,301\n")
                .post(REDIRECTS + "/import")
                .then()
                .statusCode(200)
                .body("created", is(1), "skipped[0].source", is("/z"), "skipped[0].reason", containsString("target"));
        resolve(three).statusCode(200).body("redirect.to", is(site() + "/y/?a=1,2"), "redirect.status", is(302));
        blog.asking()
                .contentType("text/csv")
                .body("a,b\n1,2")
                .post(REDIRECTS + "/import")
                .then()
                .statusCode(400);
        blog.asking().body("[]").post(REDIRECTS + "/import").then().statusCode(400);
    }
}
