package io.masthead.wp.v2.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Custom fields and what plug-ins add to posts, as front ends read them. */
@QuarkusTest
class PostFieldsTest {

    private static final String POSTS = "/wp-json/wp/v2/posts/";

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void custom_fields_are_shown_as_acf_and_as_meta() {
        var post = blog.published(Blog.unique("Fields"))
                .with(
                        "customFields",
                        Map.of("price", 12, "rows", List.of(Map.of("a", "b")), "_hidden", "x", "seo.title", "S"))
                .write();
        var plain = blog.published(Blog.unique("Plain")).write();

        for (var caller : List.of(given(), blog.asking())) {
            caller.get(POSTS + post.id())
                    .then()
                    .body("acf.price", is(12))
                    .body("acf.rows[0].a", is("b"))
                    .body("meta.price", is(12))
                    .body("meta.footnotes", is(""))
                    .body("acf", not(hasKey("_hidden")))
                    .body("meta", not(hasKey("_hidden")))
                    .body("acf", not(hasKey("seo.title")))
                    .body("meta", not(hasKey("seo.title")));
        }
        given().get(POSTS + plain.id()).then().body("acf", empty()).body("meta", is(Map.of("footnotes", "")));
        given().get(POSTS + "?include=" + post.id()).then().body("[0].acf.price", is(12));
    }

    @Test
    void both_are_written_and_nothing_is_dropped_in_silence() {
        var id = blog.published(Blog.unique("Written")).write().id();

        written(id, Map.of("acf", Map.of("price", 1, "group", Map.of("a", 1, "b", 2)), "meta", Map.of("plain", "p")))
                .statusCode(200)
                .body("acf.price", is(1))
                .body("acf.plain", is("p"))
                .body("meta.plain", is("p"))
                .body("meta", not(hasKey("price")))
                .body("acf", not(hasKey("_acf")))
                .body("meta", not(hasKey("_acf")));
        given().get("/api/v1/posts/" + id)
                .then()
                .body("customFields.price", is(1))
                .body("customFields.plain", is("p"))
                .body("customFields", not(hasKey("_acf")));
        // A value replaces the former one, and null removes one.
        var acf = new HashMap<String, Object>();
        acf.put("price", null);
        acf.put("group", Map.of("c", 3));
        written(id, Map.of("acf", acf))
                .body("acf", not(hasKey("price")))
                .body("acf.group", is(Map.of("c", 3)))
                .body("acf.plain", is("p"));
        // A field that is removed as meta is no longer the plug-in's: written again, it shows in both.
        written(id, Map.of("acf", Map.of("price", 2))).body("meta", not(hasKey("price")));
        acf.clear();
        acf.put("price", null);
        written(id, Map.of("meta", acf)).body("acf", not(hasKey("price")));
        written(id, Map.of("meta", Map.of("price", 3))).body("acf.price", is(3)).body("meta.price", is(3));
        written(id, Map.of("meta", Map.of("_edit_lock", "1")))
                .statusCode(403)
                .body("code", is("rest_cannot_update"))
                .body("message", containsString("_edit_lock"));
        written(id, Map.of("acf", 5)).statusCode(400).body("data.params", hasKey("acf"));
        written(id, Map.of("meta", Map.of("a/b", "1"))).statusCode(400).body("data.params", hasKey("meta"));
        written(id, Map.of("acf", List.of())).statusCode(200).body("acf.plain", is("p"));
    }

    @Test
    void terms_and_media_have_fields_alike_and_users_and_comments_have_none() {
        var tag = blog.tag(Blog.unique("fields")).id();
        var category = blog.category(Blog.unique("fields")).id();
        var picture = blog.uploaded(Blog.unique("fields"));
        for (var kind : List.of("tags/" + tag, "categories/" + category, "media/" + picture)) {
            var path = "/wp-json/wp/v2/" + kind;
            given().get(path).then().body("acf", empty()).body("meta", empty());
            blog.asking()
                    .body(Map.of("acf", Map.of("price", 1, "rows", List.of(1)), "meta", Map.of("plain", "p")))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("acf", is(Map.of("price", 1, "rows", List.of(1), "plain", "p")))
                    .body("meta", is(Map.of("plain", "p")));
            blog.asking()
                    .body(Map.of("customFields", Map.of("_hidden", "x")))
                    .patch("/api/v1/" + kind)
                    .then()
                    .statusCode(200)
                    .body("customFields._hidden", is("x"));
            given().get("/api/v1/" + kind)
                    .then()
                    .body("customFields", is(Map.of("price", 1, "rows", List.of(1), "plain", "p")));
            given().get("/wp-json/wp/v2/" + kind.replaceFirst("/", "?include="))
                    .then()
                    .body("[0].acf.price", is(1))
                    .body("[0].acf", not(hasKey("_hidden")))
                    .body("[0].meta", is(Map.of("plain", "p")));
            blog.asking()
                    .body(Map.of("meta", Map.of("_hidden", "y")))
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("code", is("rest_cannot_update"));
        }
        blog.asking()
                .body(Map.of("meta", Map.of("a", 1)))
                .post("/wp-json/wp/v2/users/me")
                .then()
                .statusCode(400)
                .body("data.params.meta", containsString("There are no such fields here: a."));
        var post = blog.published(Blog.unique("Commented")).write().id();
        blog.asking()
                .body(Map.of("post", post, "content", Blog.unique("Words "), "meta", Map.of("b", 1)))
                .post("/wp-json/wp/v2/comments")
                .then()
                .statusCode(400)
                .body("data.params.meta", containsString("There are no such fields here: b."));
    }

    @Test
    void clients_that_write_fields_at_once_keep_those_of_each_other() throws Exception {
        var id = blog.published(Blog.unique("At once")).write().id();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var writes = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                var name = "field" + i;
                writes.add(() ->
                        written(id, Map.of("acf", Map.of(name, 1))).extract().statusCode());
            }
            for (var write : pool.invokeAll(writes)) {
                assertThat(write.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        given().get(POSTS + id).then().body("acf.size()", is(8)).body("meta", is(Map.of("footnotes", "")));
    }

    @Test
    void search_engines_are_told_what_is_known() {
        var title = Blog.unique("Head ");
        var picture = blog.uploaded(Blog.unique("head"));
        var post = blog.published(title)
                .saying("The ferry is back.")
                .with("featuredMediaId", picture)
                .write();
        String address = given().get("/wp-json/wp/v2/media/" + picture).path("source_url");
        String site = given().get("/wp-json").path("name");
        var head = "yoast_head_json.";

        for (var path : List.of(POSTS + post.id(), POSTS + "?include=" + post.id())) {
            var at = path.contains("include") ? "[0]." : "";
            given().get(path)
                    .then()
                    .body(at + "jetpack_featured_media_url", is(address))
                    .body(at + head + "title", is(title.strip() + " - " + site))
                    .body(at + head + "description", is("The ferry is back."))
                    .body(at + head + "canonical", endsWith("/" + post.slug() + "/"))
                    .body(at + head + "og_type", is("article"))
                    .body(at + head + "og_image[0].url", is(address))
                    .body(at + head + "robots.index", is("index"))
                    .body(at + head, hasKey("article_published_time"));
        }
        blog.asking()
                .body(Map.of(
                        "customFields",
                        Map.of(
                                "seo.title", "%%title%% %%page%% %%sep%% Own",
                                "seo.description", "D",
                                "seo.canonical", "https://c.example/",
                                "seo.og_image", "https://c.example/i.png",
                                "seo.noindex", true)))
                .patch(post.path())
                .then()
                .statusCode(200);
        given().get(POSTS + post.id())
                .then()
                .body(head + "title", is(title.strip() + " - Own"))
                .body(head + "description", is("D"))
                .body(head + "canonical", is("https://c.example/"))
                .body(head + "og_image[0].url", is("https://c.example/i.png"))
                .body(head + "robots.index", is("noindex"));
    }

    @Test
    void what_a_password_protects_is_in_none_of_them() {
        var secret = Blog.unique("secret");
        var post = blog.published(Blog.unique("Locked"))
                .saying(secret)
                .with("password", "open sesame")
                .with("customFields", Map.of("key", secret, "seo.description", secret))
                .write();

        given().get(POSTS + post.id())
                .then()
                .body("acf", empty())
                .body("meta", is(Map.of("footnotes", "")))
                .body("yoast_head_json", not(hasKey("description")));
        given().get(POSTS + post.id() + "?password=open sesame")
                .then()
                .body("acf.key", is(secret))
                .body("yoast_head_json.description", is(secret));
    }

    private ValidatableResponse written(long id, Map<String, ?> fields) {
        return blog.asking().body(fields).post(POSTS + id).then();
    }
}
