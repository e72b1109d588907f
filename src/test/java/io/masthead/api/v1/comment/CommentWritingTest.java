package io.masthead.api.v1.comment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommentWritingTest {

    private final TestClock clock = new TestClock();
    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void a_post() {
        post = blog.published(Blog.unique("Talk ")).write();
    }

    @AfterEach
    void put_back() {
        clock.putRight();
        discussion.putBack();
    }

    // --- What comes of it ------------------------------------------------------------------------

    @Test
    void a_first_comment_waits_and_its_author_alone_is_shown_it() {
        var said = reader.says("Hello *there*").storedOn(post);

        assertThat(said.status()).isEqualTo("pending");
        assertThat(said.token()).isNotBlank();
        given().get(post.path() + "/comments").then().body("items", hasSize(0));
        given().get(said.path()).then().statusCode(404).body("code", is("comment_not_found"));
        given().header("X-Comment-Token", said.token())
                .get(said.path())
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("status", is("pending"), "source", is("Hello *there*"))
                .body("$", not(hasKey("verdict")), "$", not(hasKey("address")));
        var forged = (said.token().startsWith("x") ? "y" : "x") + said.token().substring(1);
        given().header("X-Comment-Token", forged).get(said.path()).then().statusCode(404);
        blog.asking()
                .get(said.path())
                .then()
                .body("verdict.cause", is("rule"), "verdict.reason", is("first_comment"))
                .body("address", is(reader.address()), "author.email", is(reader.email()));
    }

    @Test
    void whoever_has_an_approved_comment_is_shown_at_once() {
        discussion.rule("commentsFloodSeconds", 0);
        var first = reader.says("First").storedOn(post);
        approve(first);

        assertThat(reader.says("Second").storedOn(post).status()).isEqualTo("approved");
        assertThat(Reader.guest().says("Another").storedOn(post).status()).isEqualTo("pending");
    }

    @Test
    void the_answer_says_where_it_is_and_never_what_is_nobodys_business() {
        discussion.open();

        reader.says("Well *said* <script>alert(1)</script>")
                .with("author", Map.of("name", "Ada", "email", reader.email(), "url", "https://ada.example"))
                .on(post)
                .statusCode(201)
                .header("Location", startsWith("/api/v1/comments/"))
                .header("ETag", notNullValue())
                .body("status", is("approved"), "html", is("<p>Well <em>said</em> </p>\n"))
                .body("author.name", is("Ada"), "author.url", is("https://ada.example"))
                .body("author.avatarUrl", nullValue(), "author", not(hasKey("avatarUrls")))
                .body("author", not(hasKey("email")), "$", not(hasKey("address")))
                .body("$", not(hasKey("userAgent")));
        given().get(post.path() + "/comments")
                .then()
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("source")), "items[0]", not(hasKey("editToken")))
                .body("items[0].author", not(hasKey("email")));
        given().get(post.path()).then().body("commentCount", is(1));
    }

    @Test
    void a_user_comments_under_the_own_name_only() {
        var subscriber = tokens.as(Role.SUBSCRIBER);
        subscriber
                .header("X-Forwarded-For", reader.address())
                .body(Map.of("text", "It is I", "author", Map.of("name", "Somebody else")))
                .post(post.path() + "/comments")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/author"));
        discussion.rule("commentsFloodSeconds", 0);
        tokens.as(Role.SUBSCRIBER)
                .body(Map.of("text", "It is I"))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .body("author.id", equalTo((int) tokens.idOf(Role.SUBSCRIBER)))
                .body("author.name", is("The subscriber"))
                .body("$", not(hasKey("editToken")));
    }

    @Test
    void who_may_moderate_and_who_wrote_the_post_are_not_held() {
        discussion.rule("commentsHoldAll", true).rule("commentsFloodSeconds", 0);
        var ofAuthor =
                Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Mine ")).write();

        assertThat(statusOf(Role.EDITOR, post)).isEqualTo("approved");
        assertThat(statusOf(Role.AUTHOR, ofAuthor)).isEqualTo("approved");
        assertThat(statusOf(Role.AUTHOR, post)).isEqualTo("pending");
    }

    @Test
    void a_repeated_request_is_answered_with_the_same_comment_and_token() {
        var key = UUID.randomUUID().toString();
        var first = reader.says("Once").sending("Idempotency-Key", key).storedOn(post);

        var again = reader.says("Once").sending("Idempotency-Key", key).storedOn(post);

        assertThat(again).isEqualTo(first);
        reader.says("Twice").sending("Idempotency-Key", key).on(post).statusCode(422);
        reader.says("Short").sending("Idempotency-Key", "k".repeat(15)).on(post).statusCode(400);
        // Another guest's key is another key.
        var other = Reader.guest().says("Once").sending("Idempotency-Key", key).storedOn(post);
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    // --- Where nobody may comment ----------------------------------------------------------------

    @Test
    void a_draft_and_a_post_in_the_trash_are_as_absent_as_no_post() {
        var draft = blog.draft(Blog.unique("Draft ")).write();
        var trashed = blog.published(Blog.unique("Trash ")).write();
        blog.asking().delete(trashed.path()).then().statusCode(200);
        var hidden =
                blog.draft(Blog.unique("Private ")).with("status", "private").write();
        var missing = new Blog.Content("/api/v1/posts/999999999", "", null);

        for (var nowhere : new Blog.Content[] {draft, trashed, hidden, missing}) {
            reader.says("Hello?")
                    .on(nowhere)
                    .statusCode(404)
                    .body("code", is("post_not_found"), "detail", is("There is no post here."));
        }
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void closed_posts_and_posts_that_have_closed_say_so() {
        var closed = blog.published(Blog.unique("Closed "))
                .with("commentsOpen", false)
                .write();
        reader.says("Hello?").on(closed).statusCode(403).body("code", is("comments_closed"));

        discussion.rule("commentsCloseDays", 14);
        clock.putForward(Duration.ofDays(13));
        reader.says("Just in time").on(post).statusCode(201);
        clock.putForward(Duration.ofDays(14).plusMinutes(1));
        reader.says("Too late").on(post).statusCode(403).body("code", is("comments_closed"));
    }

    @Test
    void the_comments_of_a_protected_post_need_its_password() {
        var secret = blog.published(Blog.unique("Secret "))
                .with("password", "sesame")
                .write();

        reader.says("Hello?").on(secret).statusCode(401).body("code", is("post_password_required"));
        reader.says("Hello?").sending("X-Post-Password", "x").on(secret).statusCode(403);
        var said = reader.says("Hello").sending("X-Post-Password", "sesame").storedOn(secret);
        approve(said);
        given().get(secret.path() + "/comments").then().statusCode(401);
        given().get(said.path()).then().statusCode(401);
        given().header("X-Post-Password", "sesame").get(said.path()).then().statusCode(200);
        given().get("/api/v1/comments?post=" + secret.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void guests_comment_only_where_the_settings_let_them() {
        discussion.rule("commentsRequireSignIn", true);
        reader.says("Hello?").on(post).statusCode(401);

        discussion.putBack();
        reader.says("Hello?")
                .with("author", null)
                .on(post)
                .statusCode(422)
                .body("errors.pointer", hasItems("/author/name", "/author/email"));
        discussion.rule("commentsRequireName", false);
        reader.says("Nobody").with("author", null).on(post).statusCode(201).body("author.name", is(""));
    }

    @Test
    void pages_take_comments_too() {
        var page = blog.page(Blog.unique("Page "))
                .with("status", "published")
                .with("commentsOpen", true)
                .write();
        approve(reader.says("Nice page").storedOn(page));

        given().get(page.path() + "/comments").then().body("items.author.name", hasItem(reader.name()));
        given().get("/api/v1/posts/" + page.id() + "/comments").then().statusCode(404);
    }

    // --- Threads ---------------------------------------------------------------------------------

    @Test
    void deeper_answers_stand_under_the_deepest_that_may_have_any() {
        discussion.open().rule("commentsMaxDepth", 2);
        var top = reader.says("Top").storedOn(post);
        var second = reader.says("Second").answering(top.id()).storedOn(post);
        var third = reader.says("Third").answering(second.id()).storedOn(post);

        given().get(third.path()).then().body("parentId", is((int) top.id()), "depth", is(2));
    }

    @Test
    void only_what_is_shown_on_the_same_post_can_be_answered() {
        discussion.open();
        var elsewhere = reader.says("There")
                .storedOn(blog.published(Blog.unique("Other ")).write());
        var trashed = reader.says("Trash").storedOn(post);
        var spam = reader.says("Spam").storedOn(post);
        var locked = reader.says("Held").storedOn(post);
        set(trashed, "trashed");
        set(spam, "spam");
        set(locked, "pending");

        for (long parent : new long[] {elsewhere.id(), trashed.id(), spam.id(), locked.id(), 999_999_999}) {
            reader.says("Answer to " + parent)
                    .answering(parent)
                    .on(post)
                    .statusCode(422)
                    .body("errors[0].pointer", is("/parentId"), "errors[0].code", is("unknown"));
        }
        blog.asking()
                .body(Map.of("text", "A moderator may", "parentId", locked.id()))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201);
    }

    // --- Rules -----------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "commentsHoldAll, true, plain, pending, hold_all",
        "commentsHoldLinks, 2, https://a.example https://b.example, pending, links",
        "commentsHoldLinks, 3, https://a.example https://b.example, approved, ''",
        "commentsHoldLinks, 3, https://a.example www.b.example www.c.example, pending, links",
        "commentsModerationWords, casino, My CaSiNos, pending, moderation_word",
        "commentsDisallowedWords, casino, My CaSiNos, trashed, disallowed_word",
        "commentsModerationWords, (a+)+$, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!, approved, ''",
        "commentsModerationWords, (a+)+$, it is (A+)+$ here, pending, moderation_word",
    })
    void each_rule_decides_as_its_setting_says(String rule, String value, String text, String status, String reason) {
        discussion.open().rule("commentsHoldLinks", 0);
        discussion.rule(rule, parsed(rule, value));

        var said = reader.says(text).storedOn(post);

        assertThat(said.status()).isEqualTo(status.equals("approved") ? "approved" : "pending");
        blog.asking()
                .get(said.path())
                .then()
                .body("status", is(status), "verdict.cause", is("rule"), "verdict.reason", is(reason));
    }

    @Test
    void words_are_looked_for_in_each_field() {
        discussion.open().rule("commentsModerationWords", List.of("badword"));
        discussion.rule("commentsHoldLinks", 0);

        assertThat(author(Map.of("name", "Mr BadWord", "email", reader.email())))
                .isEqualTo("pending");
        assertThat(author(Map.of("name", "A", "email", "badword@example.org"))).isEqualTo("pending");
        assertThat(author(Map.of("name", "A", "email", "a@example.org", "url", "https://badword.example")))
                .isEqualTo("pending");
        assertThat(reader.says("Agent")
                        .sending("User-Agent", "badword/1")
                        .storedOn(post)
                        .status())
                .isEqualTo("pending");
        assertThat(reader.says("Fine").storedOn(post).status()).isEqualTo("approved");
    }

    @Test
    void a_robot_in_the_trap_is_answered_as_if_nothing_were() {
        discussion.open();
        var said = reader.says("Buy").with("website", "https://spam.example").storedOn(post);

        assertThat(said.status()).isEqualTo("pending");
        blog.asking().get(said.path()).then().body("status", is("spam"), "verdict.reason", is("honeypot"));
    }

    @Test
    void the_same_again_is_refused_unless_the_first_lies_in_the_trash() {
        discussion.open();
        var first = reader.says("Same").storedOn(post);
        reader.says("Same").on(post).statusCode(409).body("code", is("comment_duplicate"));
        reader.says(" Same\n").on(post).statusCode(409);
        Reader.guest().says("Same").on(post).statusCode(201);
        reader.says("Same").on(blog.published(Blog.unique("Else ")).write()).statusCode(201);

        set(first, "trashed");
        reader.says("Same").on(post).statusCode(201);
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_second_comment_within_the_time_is_a_flood_by_whatever_is_the_same() {
        discussion.rule("commentsFloodSeconds", 15);
        reader.says("One").on(post).statusCode(201);

        reader.says("Two").on(post).statusCode(429).header("Retry-After", "15").body("code", is("comment_flood"));
        reader.movedTo(Reader.guest().address()).says("Three").on(post).statusCode(429);
        Reader.guest().movedTo(reader.address()).says("Four").on(post).statusCode(429);
        clock.putForward(Duration.ofSeconds(16));
        reader.says("Five").on(post).statusCode(201);
    }

    @Test
    void of_an_ipv6_address_the_flood_rule_counts_the_network() {
        discussion.rule("commentsFloodSeconds", 15);
        var network = "2001:db8:1:" + Long.toHexString(post.id()) + ":";
        Reader.guest().movedTo(network + ":1").says("One").on(post).statusCode(201);

        Reader.guest()
                .movedTo(network + "abcd:ef01:2345:6789")
                .says("Two")
                .on(post)
                .statusCode(429)
                .body("code", is("comment_flood"));
        Reader.guest()
                .movedTo("2001:db8:2:" + Long.toHexString(post.id()) + "::1")
                .says("Three")
                .on(post)
                .statusCode(201);
    }

    @Test
    void K6_an_address_that_the_client_makes_up_does_not_evade_the_rule() {
        discussion.rule("commentsFloodSeconds", 15);
        reader.says("One").on(post).statusCode(201);

        Reader.guest()
                .movedTo("198.51.100.7, " + reader.address())
                .says("Two")
                .sending("Forwarded", "for=203.0.113.1")
                .on(post)
                .statusCode(429);
    }

    // --- At the same time ------------------------------------------------------------------------

    @Test
    void of_twenty_identical_submissions_at_once_one_is_stored() throws Exception {
        var answers =
                atOnce(20, i -> reader.says("Only once").on(post).extract().statusCode());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers).allMatch(status -> status == 201 || status == 409 || status == 429);
        blog.asking()
                .get("/api/v1/comments?status=pending,approved&post=" + post.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void K3_of_eight_different_comments_of_one_address_at_once_one_is_stored() throws Exception {
        discussion.rule("commentsFloodSeconds", 15);
        var answers = atOnce(
                8,
                i -> Reader.guest()
                        .movedTo(reader.address())
                        .says("Number " + i)
                        .on(post)
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers).allMatch(status -> status == 201 || status == 429);
    }

    @Test
    void the_count_of_a_post_is_right_whatever_happens_at_once() throws Exception {
        discussion.open();
        var top = Reader.guest().says("Top").storedOn(post);
        var statuses = atOnce(24, i -> {
            var said = Reader.guest().says("No " + i).answering(top.id()).storedOn(post);
            if (i % 3 == 0) {
                set(said, "spam");
            } else if (i % 3 == 1) {
                set(said, "trashed");
                blog.asking().post(said.path() + "/restore").then().statusCode(200);
            }
            return 201;
        });

        assertThat(statuses).hasSize(24);
        given().get(post.path()).then().body("commentCount", is(17));
        given().get(top.path()).then().body("replyCount", is(16));
        given().get(post.path() + "/comments?limit=100&count=true")
                .then()
                .body("items", hasSize(17), "page.total", is(17));
    }

    @Test
    void spam_that_was_trashed_is_restored_as_spam() {
        discussion.open();
        var said = reader.says("Buy, and come back").storedOn(post);
        set(said, "spam");
        set(said, "trashed");

        blog.asking()
                .post(said.path() + "/restore")
                .then()
                .statusCode(200)
                .body("status", is("spam"), "statusBefore", is("pending"));
        given().get(said.path()).then().statusCode(404);
        given().get(post.path()).then().body("commentCount", is(0));
        blog.asking().post(said.path() + "/restore").then().body("status", is("pending"));
    }

    // --- Changing one's own ----------------------------------------------------------------------

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void its_author_changes_and_withdraws_a_comment_while_the_time_lasts() {
        discussion.open();
        var said = reader.says("Frist").storedOn(post);

        patch(said, said.token(), Map.of("text", "First"))
                .statusCode(200)
                .body("html", is("<p>First</p>\n"), "editableUntil", notNullValue());
        given().get(said.path()).then().body("html", is("<p>First</p>\n"), "editableUntil", nullValue());
        patch(said, null, Map.of("text", "Mine")).statusCode(401);
        patch(said, "forged", Map.of("text", "Mine")).statusCode(403).body("code", is("comment_token_wrong"));
        var other = Reader.guest().says("Else").storedOn(post);
        patch(said, other.token(), Map.of("text", "Mine")).statusCode(403);
        patch(said, said.token(), Map.of("status", "approved")).statusCode(401);

        clock.putForward(Duration.ofSeconds(301));
        patch(said, said.token(), Map.of("text", "Late")).statusCode(403).body("code", is("comment_edit_closed"));
        given().header("X-Comment-Token", said.token())
                .delete(said.path())
                .then()
                .statusCode(403);
        clock.putRight();
        given().header("X-Comment-Token", said.token())
                .delete(said.path())
                .then()
                .statusCode(200);
        given().get(said.path()).then().statusCode(404);
        given().header("X-Comment-Token", said.token()).get(said.path()).then().statusCode(404);
        given().get(post.path()).then().body("commentCount", is(1));
    }

    @Test
    void what_was_shown_is_held_again_if_a_change_makes_it_so() {
        discussion.open();
        var said = reader.says("Harmless").storedOn(post);

        patch(said, said.token(), Map.of("text", "https://a.example https://b.example"))
                .statusCode(200)
                .body("status", is("pending"));

        given().get(post.path()).then().body("commentCount", is(0));
        blog.asking()
                .get(said.path() + "/history")
                .then()
                .body("items.action", is(List.of("approved", "edited", "pending")))
                .body("items.reason", hasItem("links"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "AUTHOR"})
    void what_a_keeper_read_and_sends_back_is_no_change_be_the_author_unknown(Role role) {
        discussion.open().rule("commentsRequireName", false);
        var own = Blog.of(tokens.of(role))
                .published(Blog.unique("Kept "))
                .saying("Text.")
                .write();
        var said = reader.says(Blog.unique("Nobody ")).with("author", null).storedOn(own);
        var before = tokens.as(role).get(said.path()).then().statusCode(200).extract();
        var author = new HashMap<String, Object>();
        author.put("name", before.<String>path("author.name"));
        author.put("url", before.<String>path("author.url"));
        for (var email : new String[] {before.path("author.email"), null}) {
            author.put("email", email);
            var whole = Map.of(
                    "text", before.<String>path("source"),
                    "format", before.<String>path("format"),
                    "author", author);
            tokens.as(role).body(whole).patch(said.path()).then().statusCode(200);
        }
        assertThat(tokens.as(role).get(said.path()).asString()).isEqualTo(before.asString());
    }

    @Test
    void a_change_that_others_have_overtaken_is_refused() {
        discussion.open();
        var said = reader.says("One").storedOn(post);
        var etag = given().get(said.path()).header("ETag");
        given().header("X-Comment-Token", said.token())
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(Map.of("text", "Two"))
                .patch(said.path())
                .then()
                .statusCode(200);

        given().header("X-Comment-Token", said.token())
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(Map.of("text", "Three"))
                .patch(said.path())
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "address", "status=spam"})
    void S21_what_moderators_filter_by_is_not_for_others(String parameter) {
        var query = parameter.contains("=") ? parameter : parameter + "=x";
        given().get("/api/v1/comments?" + query).then().statusCode(401);
        tokens.as(Role.SUBSCRIBER).get("/api/v1/comments?" + query).then().statusCode(403);
    }

    private static Object parsed(String rule, String value) {
        return switch (rule) {
            case "commentsHoldAll" -> Boolean.valueOf(value);
            case "commentsHoldLinks" -> Integer.valueOf(value);
            default -> List.of(value);
        };
    }

    private String author(Map<String, String> author) {
        return reader.says(Blog.unique("By "))
                .with("author", author)
                .storedOn(post)
                .status();
    }

    private String statusOf(Role role, Blog.Content on) {
        return tokens.as(role)
                .body(Map.of("text", Blog.unique("From a role ")))
                .post(on.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("status");
    }

    private void approve(Reader.Said said) {
        set(said, "approved");
    }

    private void set(Reader.Said said, String status) {
        blog.asking()
                .body(Map.of("status", status))
                .patch(said.path())
                .then()
                .statusCode(200)
                .body("status", is(status));
    }

    private static ValidatableResponse patch(Reader.Said said, String token, Map<String, ?> body) {
        var request = given().contentType("application/json").body(body);
        return (token == null ? request : request.header("X-Comment-Token", token))
                .patch(said.path())
                .then();
    }

    private static List<Integer> atOnce(int times, IntFunction<Integer> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var calls = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(i -> () -> work.apply(i))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
