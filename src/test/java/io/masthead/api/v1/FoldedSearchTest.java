package io.masthead.api.v1;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Uploads;
import io.masthead.user.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All lists are searched by the same rule; {@link io.masthead.api.v1.post.PostListTest} says more of it. */
@OnBothDatabases
@QuarkusTest
class FoldedSearchTest {

    private final Blog blog = Blog.ofAdministrator();
    private final String mark = Blog.unique("m");

    private final Uploads uploads = new Uploads();

    @Test
    void categories_and_tags_are_found_by_folded_words() {
        var name = "Zoë’s Crème – Brûlée " + mark;
        finds("categories", blog.category(name).id());
        var tag = blog.tag(name);
        finds("tags", tag.id());

        blog.asking()
                .body(Map.of("name", "Renamed " + mark))
                .patch("/api/v1/tags/" + tag.id())
                .then()
                .statusCode(200);
        search("tags", "creme " + mark).body("items", empty());
        search("tags", mark + " rénamed").body("items.id", contains((int) tag.id()));
    }

    @Test
    void users_are_found_by_folded_words() {
        var user = Account.with(Map.of("name", "Zoë’s Crème – Brûlée " + mark));
        finds("users", user.id());

        blog.asking()
                .body(Map.of("name", "Renamed " + mark, "slug", mark))
                .patch(user.path())
                .then()
                .statusCode(200);
        search("users", "brulee " + mark).body("items", empty());
        search("users", mark + " RENAMED").body("items.id", contains((int) user.id()));
    }

    @Test
    void the_first_administrator_and_the_first_category_are_found() {
        search("users", "administrator").body("items.id", not(empty()));
        search("categories", "UNCATÉGORIZED").body("items.id", not(empty()));
    }

    @Test
    void media_are_found_by_folded_words_of_title_and_alternative_text() {
        var id = uploads.add("Zoë’s Crème – Brûlée " + mark, "image/png", User.FIRST_ADMINISTRATOR, null);
        finds("media", id);
        search("media", "alt creme " + mark).body("items.id", contains((int) id));
        search("media", "\"" + mark + " alt\"").body("items", empty());

        blog.asking()
                .body(Map.of("alt_text", "Façade"))
                .post("/wp-json/wp/v2/media/" + id)
                .then()
                .statusCode(200);
        search("media", "facade creme " + mark).body("items.id", contains((int) id));
    }

    @Test
    void comments_are_found_by_folded_words_of_text_and_name() {
        var id = comment("Zoë’s *Crème* – **Brûlée** at [home](https://example.org/x) " + mark);
        finds("comments", id);
        search("comments", "\"creme - brulee at home\" " + mark).body("items.id", contains((int) id));
        search("comments", "example.org/x " + mark).body("items.id", contains((int) id));
        search("comments", "ADMINISTRATOR " + mark).body("items.id", contains((int) id));

        blog.asking()
                .body(Map.of("text", "Façade " + mark))
                .patch("/api/v1/comments/" + id)
                .then()
                .statusCode(200);
        search("comments", "brulee " + mark).body("items", empty());
        search("comments", mark + " facade").body("items.id", contains((int) id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories", "tags", "users", "media", "comments"})
    void more_words_than_a_search_takes_are_refused_by_name(String list) {
        var words = String.join(" ", Collections.nCopies(21, "w"));
        given().queryParam("search", words).get("/api/v1/" + list).then().statusCode(200);
        var different = IntStream.range(0, 21).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        given().queryParam("search", different)
                .get("/api/v1/" + list)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("search"), "errors[0].code", is("too_many_words"));
    }

    private void finds(String list, long id) {
        for (var words : new String[] {
            "ZOE'S " + mark,
            mark + " brulee",
            "brûlée zoë’s " + mark.toUpperCase(Locale.ROOT),
            "\"crème - BRULEE\" " + mark
        }) {
            search(list, words).body("items.id", contains((int) id));
        }
        search(list, "creme absent " + mark).body("items", empty());
        search(list, "zoe%s " + mark).body("items", empty());
    }

    private ValidatableResponse search(String list, String words) {
        return blog.asking()
                .queryParam("search", words)
                .get("/api/v1/" + list)
                .then()
                .statusCode(200);
    }

    private long comment(String text) {
        var post = blog.published("Commented").saying("x").write();
        return blog.asking()
                .body(Map.of("text", text))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
    }
}
