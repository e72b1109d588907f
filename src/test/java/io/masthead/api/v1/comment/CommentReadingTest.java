package io.masthead.api.v1.comment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Reader.Said;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class CommentReadingTest {

    private static final int TRIES = 4;

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void an_open_post() {
        discussion.open();
        post = blog.published(Blog.unique("Read ")).write();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    // --- Lists -----------------------------------------------------------------------------------

    @Test
    void each_sort_has_its_order_and_pages_without_gaps() {
        var one = say("one");
        var two = say("two");
        var below = answer(one, "below one");
        var deeper = answer(below, "deeper");
        var also = answer(two, "below two");
        var more = answer(two, "more below two");

        assertThat(paged("sort=created")).containsExactlyElementsOf(ids(one, two, below, deeper, also, more));
        assertThat(paged("sort=-created")).containsExactlyElementsOf(ids(more, also, deeper, below, two, one));
        assertThat(paged("sort=thread")).containsExactlyElementsOf(ids(one, below, deeper, two, also, more));
        assertThat(paged("sort=-replies").subList(0, 1)).containsExactlyElementsOf(ids(two));
    }

    @Test
    void one_comment_can_show_its_post_alone() {
        given().get("/api/v1/comments/" + say("one").id() + "?fields=post.title")
                .then()
                .statusCode(200)
                .body("keySet()", contains("post"))
                .body("post.title", notNullValue());
    }

    @Test
    void a_tree_shows_so_many_replies_and_levels_and_leads_on() {
        var top = say("top");
        var replies = new ArrayList<Said>();
        for (int i = 0; i < 5; i++) {
            replies.add(answer(top, "reply " + i));
        }
        var deep = answer(replies.get(0), "deep");
        answer(deep, "deeper");

        var tree = tree("depth=3&replies=2");

        assertThat(tree.getList("items.id", Long.class)).containsExactly(top.id());
        assertThat(tree.getInt("items[0].replyCount")).isEqualTo(5);
        assertThat(tree.getList("items[0].replies.items.id", Long.class))
                .containsExactlyElementsOf(ids(replies.get(0), replies.get(1)));
        assertThat(tree.getList("items[0].replies.items[0].replies.items.id", Long.class))
                .containsExactly(deep.id());
        assertThat(tree.getInt("items[0].replies.items[0].replies.items[0].replyCount"))
                .isOne();
        assertThat(tree.getMap("items[0].replies.items[0].replies.items[0]")).doesNotContainKey("replies");
        var next = tree.getString("items[0].replies.next");
        var rest = JsonPath.from(
                given().get(top.path() + "/replies?limit=2&cursor=" + next).asString());
        assertThat(rest.getList("items.id", Long.class)).containsExactlyElementsOf(ids(replies.get(2), replies.get(3)));
        given().get(top.path() + "/replies?view=tree&depth=2")
                .then()
                .body("items", hasSize(5), "items[0].replies.items[0].id", equalTo((int) deep.id()));
    }

    @Test
    void while_a_comment_is_hidden_its_replies_stand_in_its_place() {
        var top = say("top");
        var middle = answer(top, "middle");
        var low = answer(middle, "low");
        var lowest = answer(low, "lowest");
        var beside = answer(top, "beside");

        set(middle, "spam");
        assertPlace(low, top, 2);
        assertPlace(lowest, low, 3);
        set(top, "trashed");
        assertPlace(low, null, 1);
        assertPlace(lowest, low, 2);
        assertPlace(beside, null, 1);
        blog.asking().post(middle.path() + "/restore").then().statusCode(200);
        assertPlace(middle, null, 1);
        assertPlace(low, middle, 2);
        blog.asking().post(top.path() + "/restore").then().statusCode(200);
        assertPlace(middle, top, 2);
        assertPlace(low, middle, 3);
        assertPlace(lowest, low, 4);
        assertThat(paged("sort=thread")).containsExactlyElementsOf(ids(top, middle, low, lowest, beside));
    }

    @Test
    void the_replies_to_what_is_deleted_for_good_move_up() {
        var top = say("top");
        var middle = answer(top, "middle");
        var low = answer(middle, "low");

        blog.asking().delete(middle.path() + "?permanent=true").then().statusCode(204);

        assertPlace(low, top, 2);
        blog.asking().get(low.path()).then().body("answersId", equalTo((int) top.id()));
        given().get(top.path()).then().body("replyCount", is(1));
        given().get(post.path()).then().body("commentCount", is(2));
        blog.asking().get(middle.path()).then().statusCode(404);
    }

    @Test
    void a_total_is_what_the_post_says() {
        say("one");
        say("two");
        var three = say("three");
        set(three, "spam");

        given().get(post.path() + "/comments?count=true").then().body("page.total", is(2));
        given().get(post.path() + "/comments?count=true&view=tree").then().body("page.total", is(2));
        given().get(post.path()).then().body("commentCount", is(2));
    }

    // --- Across posts ----------------------------------------------------------------------------

    @Test
    void everybody_sees_what_is_shown_on_what_they_may_read() {
        var shown = say("shown");
        var locked = say("held");
        set(locked, "pending");
        var hiddenPost = blog.published(Blog.unique("Hide ")).write();
        var hidden = reader.says("hidden").storedOn(hiddenPost);
        blog.asking()
                .body(Map.of("status", "private"))
                .patch(hiddenPost.path())
                .then()
                .statusCode(200);

        given().get("/api/v1/comments?post=" + post.id())
                .then()
                .body("items.id", is(List.of((int) shown.id())), "items[0].post.slug", is(post.slug()));
        given().get("/api/v1/comments?post=" + hiddenPost.id()).then().body("items", hasSize(0));
        given().get(hidden.path()).then().statusCode(404).body("detail", is("There is no comment here."));
        given().get(hiddenPost.path() + "/comments").then().statusCode(404);
        tokens.as(Role.EDITOR)
                .get("/api/v1/comments?post=" + hiddenPost.id())
                .then()
                .body("items", hasSize(1));
        tokens.as(Role.EDITOR)
                .get("/api/v1/comments?status=pending,approved&post=" + post.id())
                .then()
                .body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "address", "author.name"})
    void moderators_find_what_they_look_for(String by) {
        var said = say("findable " + by);
        var query = switch (by) {
            case "email" -> "email=" + reader.email().toUpperCase(Locale.ROOT);
            case "address" -> "address=" + reader.address();
            default -> "search=" + reader.name();
        };
        blog.asking().get("/api/v1/comments?" + query).then().body("items.id", is(List.of((int) said.id())));
    }

    @Test
    void a_picture_is_the_one_that_its_author_has_chosen_and_tells_no_address() {
        var picture = "https://me.example/" + Blog.unique("me") + ".jpg";
        say("by a guest");
        var writer = tokens.newcomer();
        var token = tokens.scoped(writer.id(), Scope.COMMENTS_WRITE);
        var said = Blog.of(token)
                .asking()
                .body(Map.of("text", Blog.unique("By a user ")))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .body("author.avatarUrl", nullValue())
                .extract()
                .<Integer>path("id");
        blog.asking()
                .body(Map.of("avatarUrl", picture))
                .patch("/api/v1/users/" + writer.id())
                .then()
                .statusCode(200);

        given().get("/api/v1/comments/" + said).then().body("author.avatarUrl", is(picture));
        for (var query : List.of("", "?view=tree", "?sort=-created")) {
            given().get(post.path() + "/comments" + query)
                    .then()
                    .statusCode(200)
                    .body("items.author.avatarUrl", hasItems(picture, null))
                    .body(not(containsString("gravatar")));
        }
        given().get("/api/v1/comments?post=" + post.id())
                .then()
                .body("items.author.avatarUrl", hasItems(picture, null))
                .body(not(containsString("gravatar")));
        given().get("/wp-json/wp/v2/comments/" + said).then().body("author_avatar_urls.'48'", is(picture));
        given().get("/wp-json/wp/v2/posts/" + post.id() + "?_embed=replies")
                .then()
                .body("_embedded.replies[0].find { it.id == " + said + " }.author_avatar_urls.'96'", is(picture));
    }

    @Test
    void nobody_finds_a_comment_by_what_is_not_shown() {
        say("plain words");

        for (var secret : List.of(reader.email(), reader.address())) {
            given().queryParam("search", secret)
                    .get("/api/v1/comments")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            given().queryParam("search", secret)
                    .queryParam("count", true)
                    .get("/api/v1/comments")
                    .then()
                    .body("page.total", is(0));
        }
        blog.asking()
                .queryParam("search", reader.email())
                .get("/api/v1/comments")
                .then()
                .body("items", hasSize(1));
        given().get(post.path() + "/comments")
                .then()
                .body(not(containsString(reader.email())))
                .body(not(containsString(reader.address())));
    }

    @Test
    void counts_are_kept_with_every_change() {
        var before = counts();
        var said = say("counted");
        set(said, "spam");
        say("approved");
        assertThat(counts().getLong("spam")).isEqualTo(before.getLong("spam") + 1);
        assertThat(counts().getLong("approved")).isEqualTo(before.getLong("approved") + 1);

        blog.asking().delete(post.path() + "?permanent=true").then().statusCode(204);

        assertThat(counts().getLong("spam")).isEqualTo(before.getLong("spam"));
        assertThat(counts().getLong("approved")).isEqualTo(before.getLong("approved"));
        given().get("/api/v1/comments/counts").then().statusCode(401);
        tokens.as(Role.SUBSCRIBER).get("/api/v1/comments/counts").then().statusCode(403);
    }

    // --- Moderation ------------------------------------------------------------------------------

    @Test
    void many_change_at_once_all_or_none_by_ids_and_up_to_a_bound_by_filter() {
        var one = say("one");
        var two = say("two");
        var bulk = "/api/v1/comments/bulk-status";

        blog.asking()
                .body(Map.of("ids", List.of(one.id(), 999_999_999), "status", "spam"))
                .post(bulk)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/ids/1"));
        given().get(one.path()).then().statusCode(200);
        blog.asking()
                .body(Map.of("ids", List.of(one.id(), two.id()), "status", "spam"))
                .post(bulk)
                .then()
                .statusCode(200)
                .body("changed", is(2), "more", is(false));
        blog.asking()
                .body(Map.of("status", "approved"))
                .post(bulk + "?status=spam&post=" + post.id())
                .then()
                .statusCode(200)
                .body("changed", is(2));
        given().get(post.path()).then().body("commentCount", is(2));
        blog.asking().body(Map.of("status", "spam")).post(bulk).then().statusCode(422);
        tokens.as(Role.AUTHOR)
                .body(Map.of("ids", List.of(one.id()), "status", "spam"))
                .post(bulk)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/ids/0"));
        tokens.as(Role.SUBSCRIBER)
                .body(Map.of("ids", List.of(one.id()), "status", "spam"))
                .post(bulk)
                .then()
                .statusCode(403);
        given().get(one.path()).then().statusCode(200);
        given().get(one.path() + "/history").then().statusCode(401);
    }

    @Test
    void whoever_may_change_a_post_reads_and_lists_what_is_said_to_it_on_both_surfaces() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        var waiting = reader.says("Waiting").storedOn(own);
        set(waiting, "pending");
        var elsewhere = say("elsewhere");
        set(elsewhere, "pending");
        var wp = "/wp-json/wp/v2/comments";

        tokens.as(Role.AUTHOR)
                .get(waiting.path())
                .then()
                .statusCode(200)
                .body("status", is("pending"), "author.email", is(reader.email()));
        tokens.as(Role.AUTHOR).get(wp + "/" + waiting.id()).then().statusCode(200);
        for (var list : List.of(
                "/api/v1/comments?count=true&status=pending",
                "/api/v1/comments?count=true&status=pending,approved&post=" + own.id(),
                "/api/v1/comments?count=true&status=pending&email=" + reader.email(),
                "/api/v1/comments?count=true&status=pending&search=" + reader.email())) {
            tokens.as(Role.AUTHOR)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem((int) waiting.id()))
                    .body("items.id", not(hasItem((int) elsewhere.id())));
        }
        for (var list : List.of("?status=hold", "?status=hold&author_email=" + reader.email())) {
            tokens.as(Role.AUTHOR)
                    .get(wp + list)
                    .then()
                    .statusCode(200)
                    .body("id", hasItem((int) waiting.id()))
                    .body("id", not(hasItem((int) elsewhere.id())));
        }
        tokens.as(Role.AUTHOR)
                .get("/api/v1/comments?count=true&status=pending&post=" + post.id())
                .then()
                .body("page.total", is(0), "items", hasSize(0));
        tokens.as(Role.AUTHOR)
                .get("/api/v1/comments?search=" + reader.email())
                .then()
                .body("items", hasSize(0));
        tokens.as(Role.AUTHOR).get(elsewhere.path()).then().statusCode(404);
        for (var other : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            tokens.as(other).get(waiting.path()).then().statusCode(404);
            tokens.as(other).get(wp + "/" + waiting.id()).then().statusCode(403);
        }
        tokens.as(Role.SUBSCRIBER).get("/api/v1/comments?status=pending").then().statusCode(403);
        tokens.as(Role.CONTRIBUTOR)
                .get("/api/v1/comments?status=pending")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem((int) waiting.id())));
        given().get("/api/v1/comments?status=pending").then().statusCode(401);
    }

    @Test
    void whoever_may_change_a_post_moderates_what_is_said_to_it() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        var one = reader.says("One").storedOn(own);
        var two = reader.says("Two").storedOn(own);
        var elsewhere = say("elsewhere");
        var before = countsOf(Role.AUTHOR);

        moderate(one.path(), Map.of("status", "pending")).body("status", is("pending"));
        assertThat(countsOf(Role.AUTHOR).getLong("pending")).isEqualTo(before.getLong("pending") + 1);
        tokens.as(Role.AUTHOR)
                .get(one.path() + "/history")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("pending"));
        moderate(one.path(), Map.of("text", "Kinder")).body("source", is("Kinder"));
        moderate(one.path(), Map.of("status", "approved"));
        given().get(one.path()).then().statusCode(200);
        tokens.as(Role.AUTHOR)
                .body(Map.of("ids", List.of(one.id(), two.id()), "status", "spam"))
                .post("/api/v1/comments/bulk-status")
                .then()
                .statusCode(200)
                .body("changed", is(2));
        tokens.as(Role.AUTHOR)
                .body(Map.of("status", "approved"))
                .post("/api/v1/comments/bulk-status?status=spam&email=" + reader.email())
                .then()
                .statusCode(200)
                .body("changed", is(2));
        tokens.as(Role.AUTHOR).delete(one.path()).then().statusCode(200);
        tokens.as(Role.AUTHOR)
                .post(one.path() + "/restore")
                .then()
                .statusCode(200)
                .body("status", is("approved"));
        tokens.as(Role.AUTHOR).delete(two.path() + "?permanent=true").then().statusCode(204);
        given().get(two.path()).then().statusCode(404);

        tokens.as(Role.AUTHOR)
                .body(Map.of("status", "spam"))
                .post("/api/v1/comments/bulk-status?email=" + reader.email())
                .then()
                .statusCode(200)
                .body("changed", is(1));
        given().get(elsewhere.path()).then().statusCode(200);
        tokens.as(Role.CONTRIBUTOR).get(one.path() + "/history").then().statusCode(404);
    }

    @Test
    void a_token_that_may_not_moderate_keeps_nothing() {
        var own = Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Own ")).write();
        var waiting = reader.says("Waiting").storedOn(own);
        set(waiting, "pending");
        var token = tokens.scoped(Role.AUTHOR, Scope.CONTENT_READ, Scope.CONTENT_WRITE);

        given().auth().oauth2(token).get(waiting.path()).then().statusCode(404);
        given().auth()
                .oauth2(token)
                .get("/api/v1/comments?status=pending")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
    }

    private ValidatableResponse moderate(String path, Map<String, ?> changes) {
        return tokens.as(Role.AUTHOR).body(changes).patch(path).then().statusCode(200);
    }

    private JsonPath countsOf(Role role) {
        return tokens.as(role)
                .get("/api/v1/comments/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void S07_nobody_but_moderators_moderates() {
        var said = say("mine");
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR, Role.AUTHOR)) {
            tokens.as(role)
                    .body(Map.of("status", "spam"))
                    .patch(said.path())
                    .then()
                    .statusCode(403);
            tokens.as(role).delete(said.path()).then().statusCode(403);
            tokens.as(role).delete(said.path() + "?permanent=true").then().statusCode(403);
            tokens.as(role).post(said.path() + "/restore").then().statusCode(403);
        }
        given().get(said.path()).then().statusCode(200);
    }

    @Test
    void only_spam_and_trash_can_be_restored() {
        var said = say("here");
        blog.asking().post(said.path() + "/restore").then().statusCode(409).body("code", is("comment_not_trashed"));
        set(said, "pending");
        blog.asking().delete(said.path()).then().statusCode(200).body("statusBefore", is("pending"));
        blog.asking().body(Map.of("text", "x")).patch(said.path()).then().statusCode(409);
        blog.asking().post(said.path() + "/restore").then().body("status", is("pending"), "statusBefore", nullValue());
    }

    // --- What it costs ---------------------------------------------------------------------------

    @DisabledOnIntegrationTest("It counts statements.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?sort=-replies",
                "?sort=thread&limit=3",
                "?count=true",
                "?view=tree",
                "?view=tree&limit=10&depth=5&replies=3&sort=-created",
                "?type=pingback"
            })
    void a_page_takes_at_most_three_statements(String query) {
        grow();
        assertThat(cost(post.path() + "/comments" + query)).isBetween(1L, 3L);
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void replies_and_comments_across_posts_take_no_more() {
        var top = grow();
        assertThat(cost(top.path() + "/replies?limit=2")).isBetween(1L, 3L);
        assertThat(cost(top.path() + "/replies?view=tree")).isBetween(1L, 3L);
        assertThat(cost("/api/v1/comments?limit=100")).isBetween(1L, 3L);
        assertThat(cost(top.path())).isBetween(1L, 3L);
    }

    @DisabledOnIntegrationTest("It counts statements.")
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true"})
    void posting_takes_at_most_eight_statements(boolean answering, boolean withKey) {
        var top = say("top");
        var costs = LongStream.range(0, TRIES).map(i -> {
            var words = Reader.guest().says("cost " + i);
            if (answering) {
                words.answering(top.id());
            }
            if (withKey) {
                words.sending("Idempotency-Key", Blog.unique("key-of-16-chars"));
            }
            return counted(() -> words.storedOn(post));
        });
        assertThat(costs.min().orElseThrow()).isBetween(1L, 8L);
    }

    private Said grow() {
        var top = say("top");
        for (int i = 0; i < 8; i++) {
            answer(answer(top, "reply " + i), "below " + i);
        }
        return top;
    }

    private long cost(String path) {
        return SentStatements.count(() -> given().get(path).then().statusCode(200));
    }

    private long counted(Runnable work) {
        return SentStatements.during(work).size();
    }

    private JsonPath counts() {
        return JsonPath.from(blog.asking().get("/api/v1/comments/counts").asString());
    }

    private Said say(String text) {
        return reader.says(text).storedOn(post);
    }

    private Said answer(Said to, String text) {
        return reader.says(text).answering(to.id()).storedOn(post);
    }

    private void set(Said said, String status) {
        blog.asking().body(Map.of("status", status)).patch(said.path()).then().statusCode(200);
    }

    private static List<Long> ids(Said... said) {
        return Stream.of(said).map(Said::id).toList();
    }

    private void assertPlace(Said said, Said above, int depth) {
        given().get(said.path())
                .then()
                .body("parentId", above == null ? nullValue() : equalTo((int) above.id()), "depth", is(depth));
    }

    private JsonPath tree(String query) {
        return JsonPath.from(
                given().get(post.path() + "/comments?view=tree&" + query).asString());
    }

    /** Two by two to the end, then back to the beginning, which must give the same. */
    private List<Long> paged(String query) {
        var path = post.path() + "/comments?limit=2&" + query;
        var forth = new ArrayList<Long>();
        var page = JsonPath.from(given().get(path).asString());
        forth.addAll(page.getList("items.id", Long.class));
        while (page.getString("page.next") != null) {
            page = JsonPath.from(
                    given().get(path + "&cursor=" + page.getString("page.next")).asString());
            forth.addAll(page.getList("items.id", Long.class));
        }
        var back = new ArrayList<>(page.getList("items.id", Long.class));
        while (page.getString("page.prev") != null) {
            page = JsonPath.from(
                    given().get(path + "&cursor=" + page.getString("page.prev")).asString());
            back.addAll(0, page.getList("items.id", Long.class));
        }
        assertThat(back).isEqualTo(forth);
        return forth;
    }
}
