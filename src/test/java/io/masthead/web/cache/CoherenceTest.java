package io.masthead.web.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Uploads;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After each kind of write, every read says from memory what it would say without. */
@QuarkusTest
class CoherenceTest {

    private static final String WP = "/wp-json/wp/v2";

    /** How many reads run at once. With more, a busy machine might refuse the costly ones. */
    private static final int AT_ONCE = 8;

    /** The first words of the tags that name what a table holds. */
    private static final Map<String, String[]> TAGS_OF_TABLES = Map.of(
            "post", new String[] {"posts", "post", "pages", "page", "archives", "category", "tag", "author"},
            "term", new String[] {"terms", "term", "category", "tag"},
            "media", new String[] {"media"},
            "comment", new String[] {"comments", "comment"},
            "users", new String[] {"users", "user", "author"},
            "site_settings", new String[] {"settings"});

    private final Blog blog = Blog.ofAdministrator();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Blog.Term category;
    private Blog.Term below;
    private Blog.Term tag;
    private Blog.Content post;
    private Blog.Content other;
    private Blog.Content page;
    private Blog.Content subpage;
    private Account author;
    private long picture;
    private long attached;
    private long comment;

    /** A path that is read besides the others. */
    private String elsewhere = "/api/v1/posts?limit=1";

    @BeforeEach
    void write() {
        category = blog.category(Blog.unique("Coherent "));
        below = blog.categoryBelow(category, Blog.unique("Below "));
        tag = blog.tag(Blog.unique("coherent"));
        author = Account.ofRole("author");
        picture = new Uploads().picture();
        post = blog.published(Blog.unique("First "))
                .in(below)
                .tagged(tag)
                .with("featuredMediaId", picture)
                .write();
        other = blog.published(Blog.unique("Second ")).in(category).write();
        attached = new Uploads().add(Blog.unique("Attached "), "image/png", author.id(), post.id());
        page = blog.page(Blog.unique("Page ")).with("status", "published").write();
        subpage = blog.page(Blog.unique("Subpage "))
                .with("status", "published")
                .with("parentId", page.id())
                .write();
        comment = comment(post, "A first comment.");
        comment(other, "Another one.");
    }

    @Test
    void a_post_changes() {
        check("its title", () -> change(post.path(), Map.of("title", Blog.unique("Renamed "))));
        check("its slug", () -> change(post.path(), Map.of("slug", Blog.unique("moved-"))));
        elsewhere = "/api/v1/posts/by-slug/" + post.slug();
        check(
                "a draft with its former slug",
                () -> blog.draft("Draft").with("slug", post.slug()).write());
        check("its categories", () -> change(post.path(), Map.of("categoryIds", List.of(category.id()))));
        check("its tags", () -> change(post.path(), Map.of("tagIds", List.of())));
        check("its author", () -> change(post.path(), Map.of("authorId", author.id())));
        check("its date", () -> change(post.path(), Map.of("publishedAt", "2021-03-04T05:06:07Z")));
        check("a password", () -> change(post.path(), Map.of("password", "open sesame")));
        check("no password", () -> change(post.path(), Collections.singletonMap("password", null)));
        check("sticky", () -> change(post.path(), Map.of("sticky", true)));
        check("a draft", () -> change(post.path(), Map.of("status", "draft")));
        check("published", () -> change(post.path(), Map.of("status", "published")));
        check("private", () -> change(post.path(), Map.of("status", "private")));
        check("several at once", () -> bulk("published", post, other));
        check("the trash", () -> delete(post.path()));
        check("restored", () -> post(post.path() + "/restore", Map.of()));
        check("deleted", () -> delete(post.path() + "?permanent=true"));
    }

    @Test
    void posts_and_pages_come_and_go() {
        check("a draft", () -> blog.draft("Draft").in(category).write());
        check(
                "a post",
                () -> blog.published(Blog.unique("New ")).in(below).tagged(tag).write());
        check(
                "the first post of an author",
                () -> blog.published("By").with("authorId", author.id()).write());
        check(
                "a page",
                () -> blog.page(Blog.unique("New ")).with("status", "published").write());
        check("a page moves", () -> change(page.path(), Map.of("slug", Blog.unique("moved-"))));
        check("a page below another", () -> change(page.path(), Map.of("menuOrder", 7)));
        var hidden = blog.page(Blog.unique("Hidden ")).write();
        change(subpage.path(), Map.of("parentId", hidden.id()));
        check("the draft above a page moves", () -> change(hidden.path(), Map.of("parentId", page.id())));
        check("it goes", () -> delete(hidden.path()));
        check("it returns", () -> post(hidden.path() + "/restore", Map.of()));
        change(subpage.path(), Map.of("parentId", page.id()));
        check("a page goes", () -> delete(page.path()));
        check("a page returns", () -> post(page.path() + "/restore", Map.of()));
        check(
                "by the other surface",
                () -> blog.asking()
                        .contentType("application/json")
                        .body(Map.of(
                                "title", "By WordPress", "status", "publish", "categories", List.of(category.id())))
                        .post(WP + "/posts"));
    }

    @Test
    void terms_change() {
        check("a name", () -> change("/api/v1/categories/" + category.id(), Map.of("name", Blog.unique("Named "))));
        check("a slug", () -> change("/api/v1/categories/" + category.id(), Map.of("slug", Blog.unique("moved-"))));
        check("the tree", () -> change("/api/v1/categories/" + below.id(), Collections.singletonMap("parentId", null)));
        check("back below", () -> change("/api/v1/categories/" + below.id(), Map.of("parentId", category.id())));
        check("a tag", () -> change("/api/v1/tags/" + tag.id(), Map.of("slug", Blog.unique("moved-"))));
        check("a new tag", () -> blog.tag(Blog.unique("new")));
        check("a tag goes", () -> delete("/api/v1/tags/" + tag.id() + "?permanent=true"));
        check("a category goes", () -> delete("/api/v1/categories/" + category.id() + "?permanent=true"));
    }

    @Test
    void comments_come_and_go() {
        var reply = new long[1];
        check("a comment", () -> comment(post, "Something new."));
        check("a reply", () -> reply[0] = comment(post, "A reply.", comment));
        check("an edit", () -> change("/api/v1/comments/" + comment, Map.of("text", "Edited.")));
        check("held", () -> change("/api/v1/comments/" + comment, Map.of("status", "pending")));
        check("approved", () -> change("/api/v1/comments/" + comment, Map.of("status", "approved")));
        check("spam", () -> change("/api/v1/comments/" + reply[0], Map.of("status", "spam")));
        check("the trash", () -> delete("/api/v1/comments/" + comment));
        check("restored", () -> post("/api/v1/comments/" + comment + "/restore", Map.of()));
        check("deleted", () -> delete("/api/v1/comments/" + comment + "?permanent=true"));
    }

    @Test
    void media_change() {
        check("a title", () -> wp("/media/" + picture, Map.of("title", Blog.unique("Renamed "))));
        check("an alternative text", () -> wp("/media/" + attached, Map.of("alt_text", "A pier")));
        check("a slug", () -> wp("/media/" + attached, Map.of("slug", Blog.unique("moved-"))));
        check("a new one", () -> new Uploads().picture());
        var uses = blog.published("Uses").with("featuredMediaId", attached).write();
        elsewhere = uses.path() + "?include=featuredMedia";
        check("hidden by its post", () -> change(post.path(), Map.of("status", "draft")));
        check("shown by its post", () -> change(post.path(), Map.of("status", "published")));
        check("a draft", () -> change(post.path(), Map.of("status", "draft")));
        check(
                "shown by a protected post",
                () -> change(post.path(), Map.of("status", "published", "password", "open sesame")));
        check("a draft again", () -> change(post.path(), Map.of("status", "draft")));
        check("shown when its post is deleted", () -> delete(post.path() + "?permanent=true"));
        check("deleted", () -> delete(WP + "/media/" + picture + "?force=true"));
    }

    @Test
    void users_change() {
        change(post.path(), Map.of("authorId", author.id()));
        commentAs(author);
        check("a name", () -> author.change(Map.of("name", Blog.unique("Renamed "))));
        check("a slug", () -> author.change(Map.of("slug", Blog.unique("moved-"))));
        check("a biography", () -> author.change(Map.of("description", "Writes.")));
        check("a picture", () -> author.change(Map.of("avatarUrl", "https://example.org/me.png")));
        check("a new one", () -> Account.ofRole("author"));
        check("deleted", () -> author.delete("permanent=true&reassignTo=1"));
    }

    @Test
    void settings_change() {
        var before = blog.asking().get("/api/v1/settings").jsonPath();
        try {
            check("the title", () -> change("/api/v1/settings", Map.of("title", Blog.unique("Site "))));
            check("the time zone", () -> change("/api/v1/settings", Map.of("timeZone", "Asia/Tokyo")));
        } finally {
            change(
                    "/api/v1/settings",
                    Map.of("title", before.getString("title"), "timeZone", before.getString("timeZone")));
        }
    }

    /** Reads everything, so that it is in memory; writes; reads it again, and then without memory. */
    private void check(String what, Runnable write) {
        var paths = paths();
        readAll(paths);
        write.run();
        var seen = readAll(paths);
        InProcess.bean(ResponseCache.class).clear();
        var made = readAll(paths);
        for (var path : paths) {
            assertThat(seen.get(path)).as("%s after %s", path, what).isEqualTo(made.get(path));
        }
    }

    @Test
    void the_tags_of_a_response_name_every_table_that_it_is_read_from() {
        change(post.path(), Map.of("sticky", true));
        int checks = 0;
        for (var path : paths()) {
            var answer = new Response[1];
            var sql = SentStatements.during(
                    () -> answer[0] = given().urlEncodingEnabled(false).get(path));
            if (answer[0].statusCode() == 200) {
                var words = answer[0].header("Surrogate-Key").split("[ -]");
                for (var table : TAGS_OF_TABLES.entrySet()) {
                    if (reads(sql, table.getKey()) && !isExempt(path, table.getKey(), answer[0])) {
                        assertThat(words)
                                .as("%s reads %s", path, table.getKey())
                                .containsAnyOf(table.getValue());
                        checks++;
                    }
                }
            }
        }
        assertThat(checks).as("checks").isGreaterThan(2 * paths().size());
    }

    private static boolean reads(List<String> sql, String table) {
        return sql.stream()
                .anyMatch(Pattern.compile("\\b(?:from|join) " + table + "\\b", Pattern.CASE_INSENSITIVE)
                        .asPredicate());
    }

    /**
     * Files are read with the posts that may hide them, whose changes name the files. A post is read with its featured
     * media; if it has none, only a change of the post gives it one. Menus read the slugs of authors, which URLs of
     * posts contain by other permalink settings than these, and have their tags then.
     */
    private static boolean isExempt(String path, String table, Response answer) {
        return switch (table) {
            case "post" -> path.contains("/media");
            case "media" ->
                path.matches("(/api/v1|/wp-json/wp/v2)/(posts|pages)[/?].*")
                        && !answer.asString().contains("\"featuredMedia\":{")
                        && !answer.asString().contains("\"jetpack_featured_media_url\":\"http");
            case "users" -> path.startsWith("/api/v1/menus") || path.startsWith("/wp-json/menus");
            default -> false;
        };
    }

    private List<String> paths() {
        return Stream.of(
                        elsewhere,
                        "/api/v1/posts?limit=5&include=content,featuredMedia",
                        "/api/v1/posts?category=" + category.slug(),
                        "/api/v1/posts?descendants=true&category=" + category.slug() + "," + below.slug(),
                        "/api/v1/posts?tag=" + tag.slug(),
                        "/api/v1/posts?category=-" + category.slug() + "&limit=3",
                        "/api/v1/posts?author=" + author.slug(),
                        "/api/v1/posts?author=-" + author.slug() + "&limit=3",
                        "/api/v1/posts?sort=title&limit=3&count=true",
                        post.path() + "?include=featuredMedia,previous,next",
                        other.path() + "?include=previous,next",
                        "/api/v1/resolve?path=" + post.json().getString("path"),
                        "/api/v1/redirects",
                        "/api/v1/menus?include=items",
                        "/wp-json/menus/v1/menus",
                        "/api/v1/posts/by-slug/" + post.slug(),
                        "/api/v1/pages?limit=5",
                        page.path(),
                        subpage.path(),
                        "/api/v1/pages/by-slug/" + page.slug() + "/" + subpage.slug(),
                        post.path() + "/comments",
                        post.path() + "/comments?view=tree",
                        "/api/v1/comments?limit=5",
                        "/api/v1/comments/" + comment,
                        "/api/v1/comments/" + comment + "/replies",
                        "/api/v1/categories?limit=100",
                        "/api/v1/categories?limit=5&sort=-count",
                        "/api/v1/categories/" + category.id(),
                        "/api/v1/categories/by-slug/" + category.slug(),
                        "/api/v1/tags?limit=100",
                        "/api/v1/tags/" + tag.id(),
                        "/api/v1/media?limit=5",
                        "/api/v1/media/" + picture,
                        "/api/v1/media/" + attached,
                        "/api/v1/users",
                        "/api/v1/users/" + author.id(),
                        "/api/v1/users/by-slug/" + author.slug(),
                        "/api/v1/settings",
                        "/api/v1/archives",
                        WP + "/posts?per_page=5&_embed",
                        WP + "/posts?categories=" + category.id(),
                        WP + "/posts?tags=" + tag.id() + "&_embed",
                        WP + "/posts?author=" + author.id(),
                        WP + "/posts?sticky=true",
                        WP + "/posts?include=" + post.id() + "," + other.id(),
                        WP + "/posts/" + post.id() + "?_embed",
                        WP + "/pages?parent=" + page.id() + "&_embed",
                        WP + "/pages/" + subpage.id(),
                        WP + "/comments?per_page=5&_embed",
                        WP + "/comments?post=" + post.id(),
                        WP + "/comments/" + comment + "?_embed",
                        WP + "/categories?per_page=100&hide_empty=true",
                        WP + "/categories?orderby=count&order=desc",
                        WP + "/categories?post=" + post.id(),
                        WP + "/tags?per_page=100",
                        WP + "/media?per_page=5&_embed",
                        WP + "/media/" + attached + "?_embed",
                        WP + "/media?parent=" + post.id(),
                        WP + "/users?per_page=100",
                        WP + "/users?has_published_posts=true&per_page=100",
                        WP + "/users/" + author.id(),
                        WP + "/search?search=coherent",
                        WP + "/search?type=term&search=coherent",
                        WP + "/types",
                        WP + "/taxonomies",
                        "/wp-json/",
                        "/feed/",
                        "/comments/feed/",
                        "/category/" + category.slug() + "/feed/",
                        "/author/" + author.slug() + "/feed/",
                        "/?feed=atom&tag=" + tag.slug(),
                        "/?feed=rss2&p=" + post.id(),
                        "/wp-sitemap.xml",
                        "/wp-sitemap-posts-post-1.xml",
                        "/wp-sitemap-posts-page-1.xml",
                        "/wp-sitemap-taxonomies-category-1.xml",
                        "/wp-sitemap-taxonomies-post_tag-1.xml",
                        "/wp-sitemap-users-1.xml")
                .toList();
    }

    /** Status, tag, links and body of each. */
    private Map<String, List<String>> readAll(List<String> paths) {
        var answers = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
        var turns = new Semaphore(AT_ONCE);
        for (var path : paths) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
            turns.acquireUninterruptibly();
            answers.put(
                    path,
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                            .whenComplete((answer, failure) -> turns.release()));
        }
        var read = new HashMap<String, List<String>>();
        answers.forEach((path, answer) -> read.put(path, shown(answer.join())));
        return read;
    }

    private static List<String> shown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.uri()).isLessThan(500);
        var shown = new ArrayList<>(List.of(String.valueOf(answer.statusCode()), answer.body()));
        for (var name : List.of("ETag", "Location", "Link", "X-WP-Total", "Surrogate-Key")) {
            shown.add(String.valueOf(answer.headers().allValues(name)));
        }
        return shown;
    }

    private void change(String path, Map<String, ?> fields) {
        blog.asking()
                .contentType("application/merge-patch+json")
                .body(fields)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private void bulk(String status, Blog.Content... posts) {
        post(
                "/api/v1/posts/bulk-status",
                Map.of("ids", Stream.of(posts).map(Blog.Content::id).toList(), "status", status));
    }

    private void post(String path, Map<String, ?> body) {
        blog.asking()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    private void wp(String path, Map<String, ?> body) {
        post(WP + path, body);
    }

    private void delete(String path) {
        assertThat(blog.asking().delete(path).statusCode()).as(path).isBetween(200, 204);
    }

    private long comment(Blog.Content on, String text) {
        return comment(on, text, null);
    }

    private long comment(Blog.Content on, String text, Long parent) {
        var body = new LinkedHashMap<String, Object>();
        body.put("text", text + " " + Blog.unique(""));
        if (parent != null) {
            body.put("parentId", parent);
        }
        return blog.asking()
                .contentType("application/json")
                .body(body)
                .post(on.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void commentAs(Account account) {
        blog.asking()
                .contentType("application/json")
                .body(Map.of("post", post.id(), "content", "By an author.", "author", account.id()))
                .post(WP + "/comments")
                .then()
                .statusCode(201);
    }
}
