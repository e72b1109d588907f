package io.masthead.api.v1.post;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a post shows, in one request. */
@OnBothDatabases
@QuarkusTest
class PostPageTest {

    private static final String ALL = "?include=author,comments,related,previous,next";

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    @Test
    void a_post_comes_with_its_author_its_comments_and_related_posts() {
        discussion.open();
        var tag = blog.tag(Blog.unique("page "));
        var post = blog.published(Blog.unique("Page ")).tagged(tag).write();
        var other = blog.published(Blog.unique("Page ")).tagged(tag).write();
        var said = reader.says("Well said.").storedOn(post);

        var shown = given().get(post.path() + ALL).then().statusCode(200).extract();

        var json = shown.jsonPath();
        assertThat(json.getMap("author"))
                .containsKeys("id", "name", "slug", "url", "biography", "website", "avatarUrl");
        assertThat(json.getMap("author")).doesNotContainKeys("email", "login", "account");
        assertThat(json.getList("related.id", Long.class)).containsExactly(other.id());
        assertThat(json.getMap("previous")).isNotNull();
        var list = given().get(post.path() + "/comments?view=tree").jsonPath();
        assertThat(json.getList("comments.items.id", Long.class)).containsExactly(said.id());
        assertThat(json.getMap("comments")).isEqualTo(list.getMap("$"));
        assertThat(shown.header("Surrogate-Key").split(" "))
                .contains("comments-" + post.id(), "post-" + other.id(), "tag-" + tag.id(), "comment-" + said.id());
    }

    @Test
    void nothing_is_beside_a_post_that_was_not_asked_for() {
        var post = blog.published(Blog.unique("Bare ")).write();
        given().get(post.path())
                .then()
                .body("$", not(hasKey("comments")))
                .body("$", not(hasKey("related")))
                .body("author.keySet()", contains("id", "name", "slug", "url", "path"));
        for (var field : new String[] {"comments", "related", "author.biography"}) {
            given().get(post.path() + "?fields=" + field)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("requires include="));
        }
        given().get("/api/v1/posts?include=comments").then().statusCode(400);
        given().get("/api/v1/pages/1?include=related").then().statusCode(400);
    }

    @Test
    void what_was_asked_for_can_be_narrowed() {
        discussion.open();
        var post = blog.published(Blog.unique("Narrow ")).write();
        reader.says("Well said.").storedOn(post);
        given().get(post.path() + ALL + "&fields=id,comments.items.replies,comments.page.next,related.title")
                .then()
                .statusCode(200)
                .body("keySet()", contains("id", "related", "comments"))
                .body("comments.items[0].keySet()", contains("replies"))
                .body("comments.page.keySet()", contains("next"));
    }

    @Test
    void those_with_most_in_common_come_first_and_what_readers_may_not_see_never() {
        var one = blog.tag(Blog.unique("one "));
        var two = blog.tag(Blog.unique("two "));
        var post = blog.published(Blog.unique("Related ")).tagged(one, two).write();
        var both = blog.published(Blog.unique("Related ")).tagged(one, two).write();
        var older = blog.published(Blog.unique("Related ")).tagged(one).write();
        var newer = blog.published(Blog.unique("Related ")).tagged(two).write();
        blog.draft(Blog.unique("Related ")).tagged(one, two).write();
        blog.draft(Blog.unique("Related "))
                .tagged(one, two)
                .with("status", "private")
                .write();

        for (var asking : List.of(given(), blog.asking())) {
            assertThat(asking.get(post.path() + "?include=related").jsonPath().getList("related.id", Long.class))
                    .startsWith(both.id(), newer.id(), older.id())
                    .hasSizeLessThanOrEqualTo(5)
                    .doesNotContain(post.id());
        }
    }

    @Test
    void a_kept_page_is_dropped_when_something_beside_the_post_changes() {
        discussion.open();
        var tag = blog.tag(Blog.unique("kept "));
        var category = blog.category(Blog.unique("Kept "));
        var post = blog.published(Blog.unique("Kept ")).in(category).tagged(tag).write();
        var path = post.path() + ALL;
        given().get(path).then().body("related", empty(), "comments.items", empty());

        reader.says("Well said.").storedOn(post);
        var other = blog.published(Blog.unique("Kept ")).in(category).write();
        given().get(path).then().body("related.id", contains((int) other.id()), "comments.items", hasSize(1));

        blog.asking()
                .body(Map.of("title", "Renamed"))
                .patch(other.path())
                .then()
                .statusCode(200);
        given().get(path).then().body("related.title", contains("Renamed"));
        blog.asking().body(Map.of("status", "draft")).patch(other.path()).then().statusCode(200);
        given().get(path).then().body("related", empty());
    }

    @Test
    void comments_on_a_protected_post_need_its_password() {
        discussion.open();
        var post = blog.published(Blog.unique("Secret "))
                .with("password", "sesame")
                .with("commentsOpen", true)
                .write();
        blog.asking()
                .body(Map.of("text", "Hidden words"))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201);

        given().get(post.path() + ALL)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("comments")))
                .body("author.biography", notNullValue())
                .body(not(containsString("Hidden words")));
        given().header("X-Post-Password", "sesame")
                .get(post.path() + ALL)
                .then()
                .body("comments.items", hasSize(1));
    }

    @Test
    void comments_that_wait_for_approval_are_not_shown() {
        discussion.rule("commentsHoldAll", true);
        var post = blog.published(Blog.unique("Held ")).write();
        reader.says("Not yet.").storedOn(post);

        given().get(post.path() + ALL).then().body("comments.items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "pages"})
    void an_address_gives_what_an_id_gives(String kind) {
        var content = (kind.equals("posts") ? blog.draft(Blog.unique("By ")) : blog.page(Blog.unique("By ")))
                .with("status", "published")
                .write();
        var query = "?include=author,comments";

        given().get("/api/v1/" + kind + "/by-slug/" + content.slug() + query)
                .then()
                .statusCode(200)
                .body(is(given().get(content.path() + query).asString()))
                .body("comments.page.limit", is(20));
    }
}
