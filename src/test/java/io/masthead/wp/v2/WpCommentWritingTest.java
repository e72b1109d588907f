package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WpCommentWritingTest {

    private static final String COMMENTS = "/wp-json/wp/v2/comments";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void a_post_and_no_haste() {
        discussion.rule("commentsFloodSeconds", 0);
        post = blog.published(Blog.unique("Talk ")).write();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    // --- What comes of it ------------------------------------------------------------------------

    @Test
    void bare_addresses_are_counted_as_the_links_that_they_become() {
        discussion.open().rule("commentsHoldLinks", 2);
        asGuest(Map.of("content", "https://a.example www.b.example https://c.example"))
                .body("status", is("hold"));
        asGuest(Map.of("content", "See https://a.example for more")).body("status", is("approved"));
    }

    @Test
    void paragraphs_are_formed_of_what_comments_may_hold() {
        discussion.open();
        var id = asGuest(Map.of("content", "<div>a</div> <strong>b</strong>"))
                .body("content.rendered", is("<p>a <strong>b</strong></p>\n"))
                .extract()
                .<Integer>path("id");
        given().get("/api/v1/comments/" + id).then().body("html.trim()", is("<p>a <strong>b</strong></p>"));
    }

    @Test
    void a_guest_comments_and_is_shown_what_waits() {
        var answer = asGuest(Map.of("content", "Hello <b>there</b> <script>x</script>"));
        var id = answer.extract().<Integer>path("id");

        answer.statusCode(201)
                .header("Location", "/wp-json/wp/v2/comments/" + id)
                .header("Allow", "POST")
                .body("status", is("hold"), "author", is(0), "author_name", is(reader.name()))
                .body("content.rendered", containsString("<b>there</b>"))
                .body("content.rendered", not(containsString("script")))
                .body("_links.self[0]", not(hasKey("targetHints")))
                .body("$", not(hasKey("author_email")), "content", not(hasKey("raw")));
        given().get(COMMENTS + "/" + id).then().statusCode(401);
    }

    @Test
    void forms_are_read_like_json_and_content_comes_as_text_or_as_its_source() {
        discussion.open();
        reader.asking()
                .contentType("application/x-www-form-urlencoded")
                .formParam("post", post.id())
                .formParam("author_name", reader.name())
                .formParam("author_email", reader.email())
                .formParam("content[raw]", "By a form")
                .post(COMMENTS)
                .then()
                .statusCode(201)
                .body("content.rendered", startsWith("<p>By a form</p>"));
    }

    @Test
    void whoever_is_signed_in_comments_under_the_own_name_whatever_is_sent() {
        var id = tokens.idOf(Role.SUBSCRIBER);

        as(
                        Role.SUBSCRIBER,
                        Map.of(
                                "content",
                                Blog.unique("Me "),
                                "author_name",
                                "Somebody Else",
                                "author_email",
                                "else@example.org",
                                "date",
                                "2001-01-01T00:00:00",
                                "author_user_agent",
                                "Forged/1.0"))
                .statusCode(201)
                .body("author", is((int) id), "author_name", is("The subscriber"))
                .body("date", not(startsWith("2001")))
                .body("_links.author[0].href", endsWith("/wp/v2/users/" + id));
    }

    @Test
    void guests_cannot_date_back() {
        asGuest(Map.of("content", "Long ago", "date", "2001-01-01T00:00:00"))
                .statusCode(201)
                .body("date", not(startsWith("2001")));
    }

    @Test
    void moderators_enter_comments_for_others() {
        as(
                        Role.EDITOR,
                        Map.of(
                                "content",
                                "From the old site",
                                "author_name",
                                "Old Friend",
                                "author_email",
                                "friend@example.org",
                                "author_url",
                                "friend.example.org",
                                "author_ip",
                                "192.0.2.7",
                                "author_user_agent",
                                "Old/1.0",
                                "date_gmt",
                                "2001-02-03T04:05:06",
                                "status",
                                "hold"))
                .statusCode(201)
                .header("Allow", "GET, POST")
                .body("author", is(0), "author_name", is("Old Friend"), "status", is("hold"))
                .body("author_email", is("friend@example.org"), "author_ip", is("192.0.2.7"))
                .body("author_url", is("http://friend.example.org"))
                .body("author_user_agent", is("Old/1.0"))
                .body("date_gmt", is("2001-02-03T04:05:06"));
        as(Role.EDITOR, Map.of("content", Blog.unique("For a user "), "author", tokens.idOf(Role.SUBSCRIBER)))
                .statusCode(201)
                .body("author_name", is("The subscriber"), "status", is("approved"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/me, http://example.org/me",
        "example.org, http://example.org",
        "javascript:alert(1), ''",
        "not a url, ''",
    })
    void addresses_of_authors_are_cleaned_and_never_refused(String sent, String kept) {
        asGuest(Map.of("content", "Find me there", "author_url", sent))
                .statusCode(201)
                .body("author_url", is(kept));
    }

    @Test
    void an_answer_is_to_a_comment_on_the_same_post_that_its_author_can_see() {
        discussion.open();
        var elsewhere = reader.says("Elsewhere")
                .storedOn(blog.published(Blog.unique("Other ")).write());
        var here = reader.says("Here").storedOn(post);
        asGuest(Map.of("content", "An answer", "parent", here.id()))
                .statusCode(201)
                .body("parent", is((int) here.id()));
        discussion.rule("commentsHoldAll", true);
        var waiting = Reader.guest().says("Waiting").storedOn(post);

        for (var parent : List.of(elsewhere.id(), waiting.id(), 999_999_999L)) {
            asGuest(Map.of("content", "Another answer", "parent", parent))
                    .statusCode(400)
                    .body("code", is("rest_invalid_param"), "data.params", hasKey("parent"));
        }
    }

    @Test
    void an_answer_below_the_deepest_level_is_still_an_answer_to_its_parent() {
        discussion.open().rule("commentsMaxDepth", 2);
        var top = reader.says("Top").storedOn(post).id();
        var second = reader.says("Second").answering(top).storedOn(post).id();
        int third = asGuest(Map.of("content", "Third", "parent", second))
                .statusCode(201)
                .body("parent", is((int) second))
                .extract()
                .path("id");

        change(Role.EDITOR, second, Map.of("status", "hold"));
        change(Role.EDITOR, second, Map.of("status", "approve")).body("status", is("approved"));

        given().get(COMMENTS + "/" + third).then().body("parent", is((int) second));
        given().get("/api/v1/comments/" + third).then().body("parentId", is((int) top), "depth", is(2));
    }

    @Test
    void a_word_that_is_not_allowed_sends_a_comment_to_the_trash() {
        var word = Blog.unique("bad");
        discussion.open().rule("commentsDisallowedWords", List.of(word));

        int id = asGuest(Map.of("content", "A " + word + " day"))
                .statusCode(201)
                .body("status", is("trash"))
                .extract()
                .path("id");

        given().get(COMMENTS + "/" + id).then().statusCode(401);
        tokens.as(Role.EDITOR).get(COMMENTS + "/" + id).then().body("status", is("trash"));
    }

    // --- Refusals --------------------------------------------------------------------------------

    @Test
    void guests_are_refused_where_the_site_says_so() {
        discussion.rule("commentsRequireSignIn", true);

        asGuest(Map.of("content", "Hello"))
                .statusCode(401)
                .body("code", is("rest_comment_login_required"))
                .body("message", is("Sorry, you must be logged in to comment."));
        as(Role.SUBSCRIBER, Map.of("content", Blog.unique("Hello "))).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"author, 1", "author_ip, 192.0.2.1", "status, approve"})
    void what_moderators_may_say_others_may_not(String field, String value) {
        asGuest(Map.of("content", "Hello", field, value))
                .statusCode(401)
                .body("code", is("rest_comment_invalid_" + field));
        as(Role.AUTHOR, Map.of("content", "Hello", field, value))
                .statusCode(403)
                .body("message", is("Sorry, you are not allowed to edit '%s' for comments.".formatted(field)));
        given().get(COMMENTS + "?post=" + post.id()).then().body("$", empty());
    }

    @Test
    void a_post_must_be_there_and_open() {
        refusedOn(999_999_999L, 403, "rest_comment_invalid_post_id");
        refusedOn(0, 403, "rest_comment_invalid_post_id");
        var draft = blog.draft(Blog.unique("Draft ")).write();
        refusedOn(draft.id(), 403, "rest_comment_draft_post");
        var closed = blog.published(Blog.unique("Closed "))
                .with("commentsOpen", false)
                .write();
        refusedOn(closed.id(), 403, "rest_comment_closed");
        var hidden =
                blog.draft(Blog.unique("Hidden ")).with("status", "private").write();
        refusedOn(hidden.id(), 401, "rest_cannot_read_post");
        var later = blog.draft(Blog.unique("Later "))
                .with("status", "scheduled")
                .with("publishedAt", "2100-01-01T00:00:00Z")
                .write();
        refusedOn(later.id(), 401, "rest_cannot_read_post");
        var locked = blog.published(Blog.unique("Locked "))
                .with("password", "sesame")
                .write();
        refusedOn(locked.id(), 401, "rest_cannot_read_post");
        asGuest(Map.of("post", locked.id(), "content", "Hi", "password", "sesame"))
                .statusCode(201);
        blog.asking().delete(closed.path()).then().statusCode(200);
        refusedOn(closed.id(), 403, "rest_comment_trash_post");
    }

    @Test
    void the_first_thing_that_is_wrong_is_named() {
        asGuest(Map.of("content", "Hi", "post", "abc", "status", "approve"))
                .statusCode(400)
                .body("code", is("rest_invalid_param"), "data.params", hasKey("post"));
        asGuest(Map.of("content", "", "post", 0, "status", "approve")).body("code", is("rest_comment_invalid_status"));
        asGuest(Map.of("content", "", "id", 5)).body("code", is("rest_comment_exists"));
        asGuest(Map.of("content", "", "type", "pingback")).body("code", is("rest_invalid_comment_type"));
        asGuest(Map.of("content", "", "author_name", ""))
                .statusCode(400)
                .body("code", is("rest_comment_content_invalid"));
    }

    @ParameterizedTest
    @CsvSource({
        "author_name, '', rest_comment_author_data_required",
        "author_email, '', rest_comment_author_data_required",
        "author_email, nobody, rest_invalid_param",
        "content, '   ', rest_comment_content_invalid",
        "content, '<p></p>', rest_comment_content_invalid",
    })
    void what_a_guest_must_say(String field, String value, String code) {
        var fields = new HashMap<String, Object>(Map.of("content", "Hello"));
        fields.put(field, value);

        asGuest(fields).statusCode(400).body("code", is(code));
    }

    @Test
    void nothing_is_longer_than_its_column() {
        asGuest(Map.of("content", "Hi", "author_name", "n".repeat(246)))
                .statusCode(400)
                .body("code", is("comment_author_column_length"))
                .body("message", is("Comment field exceeds maximum length allowed."));
        asGuest(Map.of("content", "Hi", "author_url", "https://example.org/" + "u".repeat(200)))
                .body("code", is("comment_author_url_column_length"));
        asGuest(Map.of("content", "a".repeat(65_526))).body("code", is("comment_content_column_length"));
    }

    @Test
    void the_same_words_twice_are_one_comment() {
        asGuest(Map.of("content", "Once")).statusCode(201);

        asGuest(Map.of("content", "Once "))
                .statusCode(409)
                .body("code", is("comment_duplicate"))
                .body("message", startsWith("Duplicate comment detected; it looks as though"));
    }

    @Test
    void haste_is_refused_in_the_word_of_wordpress() {
        discussion.rule("commentsFloodSeconds", 15);
        asGuest(Map.of("content", "One")).statusCode(201);

        asGuest(Map.of("content", "Two"))
                .statusCode(400)
                .header("Retry-After", "15")
                .body("code", is("comment_flood"));
    }

    @Test
    void there_are_no_notes() {
        asGuest(Map.of("content", "A note", "type", "note"))
                .statusCode(401)
                .body("code", is("rest_comment_login_required"));
        as(Role.EDITOR, Map.of("content", "A note", "type", "note"))
                .statusCode(403)
                .body("code", is("rest_cannot_create_note"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\": 5}",
                "{\"content\": null}",
                "{\"content\": [\"a\"]}",
                "{\"content\": {\"raw\": {\"raw\": \"a\"}}}",
                "{\"content\": \"Hi\", \"author_name\": [\"a\"]}",
                "{\"content\": \"Hi\", \"post\": 1e400}",
                "{\"content\": \"Hi\", \"parent\": -9223372036854775808}",
                "{\"content\": \"Hi\", \"meta\": 5}",
                "{\"content\": \"Hi\", \"meta\": {\"_wp_note_status\": \"lost\"}}",
                "{\"content\": \"Hi\", \"date\": \"soon\"}",
                "[1]",
                "{",
            })
    void bad_input_is_never_a_failure(String body) {
        var named = "\"author_email\": \"a@example.org\", \"post\": " + post.id() + ", ";
        var whole = body.startsWith("{\"") ? "{" + named + body.substring(1) : body;

        reader.asking().body(whole).post(COMMENTS).then().statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
    }

    // --- Changes ---------------------------------------------------------------------------------

    @Test
    void whoever_may_change_a_post_keeps_what_is_said_to_it() {
        discussion.open();
        var own =
                Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Mine ")).write();
        var id = reader.says("Rude").storedOn(own).id();
        var path = COMMENTS + "/" + id;

        given().contentType("application/json")
                .body(Map.of("content", "No"))
                .put(path)
                .then()
                .statusCode(401)
                .body("code", is("rest_cannot_edit"));
        for (var role : List.of(Role.SUBSCRIBER, Role.CONTRIBUTOR)) {
            change(role, id, Map.of("content", "No")).statusCode(403);
            tokens.as(role).delete(path).then().body("code", is("rest_cannot_delete"));
        }
        change(Role.AUTHOR, id, Map.of("content", "Kind"))
                .statusCode(200)
                .body("content.raw", is("Kind"), "author_email", is(reader.email()))
                .body("author_ip", is(reader.address()));
        change(Role.AUTHOR, id, Map.of("status", "hold")).body("status", is("hold"));
        change(Role.AUTHOR, id, Map.of("author", 1)).statusCode(403).body("code", is("rest_cannot_edit"));
        tokens.as(Role.AUTHOR).delete(path).then().statusCode(200).body("status", is("trash"));
        tokens.as(Role.AUTHOR).delete(path).then().statusCode(410).body("code", is("rest_already_trashed"));
        tokens.as(Role.AUTHOR)
                .delete(path + "?force=true")
                .then()
                .statusCode(200)
                .body("deleted", is(true), "previous.id", is((int) id))
                .body("previous", not(hasKey("_links")));
        tokens.as(Role.EDITOR).delete(path).then().statusCode(404).body("code", is("rest_comment_invalid_id"));
    }

    @Test
    void a_token_keeps_no_more_than_it_is_good_for() {
        discussion.open();
        var id = reader.says("Safe from it").storedOn(post).id();
        var token = tokens.scoped(Role.EDITOR, Scope.CONTENT_WRITE, Scope.COMMENTS_WRITE);

        given().auth()
                .preemptive()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("status", "spam"))
                .put(COMMENTS + "/" + id)
                .then()
                .statusCode(403)
                .header("Allow", "GET")
                .body("code", is("rest_cannot_edit"));
        given().auth()
                .preemptive()
                .oauth2(token)
                .get(COMMENTS + "?context=edit")
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_changes_the_own_comment_here() {
        var id = as(Role.SUBSCRIBER, Map.of("content", Blog.unique("Mine ")))
                .extract()
                .path("id");

        change(Role.SUBSCRIBER, (Integer) id, Map.of("content", "Changed"))
                .statusCode(403)
                .body("code", is("rest_cannot_edit"));
    }

    @ParameterizedTest
    @CsvSource({
        "hold, hold",
        "0, hold",
        "approve, approved",
        "approved, approved",
        "1, approved",
        "spam, spam",
        "trash, trash",
        "bogus, approved",
        "unspam, approved",
        "untrash, approved",
    })
    void statuses_have_several_words(String word, String status) {
        discussion.open();
        var id = reader.says("Judge me").storedOn(post).id();

        change(Role.EDITOR, id, Map.of("status", word)).statusCode(200).body("status", is(status));
    }

    @Test
    void what_is_restored_has_the_status_it_had() {
        discussion.open();
        var id = reader.says("Back and forth").storedOn(post).id();
        for (var words : List.of(List.of("spam", "unspam"), List.of("trash", "untrash"))) {
            change(Role.EDITOR, id, Map.of("status", words.get(0)));
            change(Role.EDITOR, id, Map.of("status", words.get(1))).body("status", is("approved"));
        }
        change(Role.EDITOR, id, Map.of("status", "spam"));
        change(Role.EDITOR, id, Map.of("status", "trash"));
        change(Role.EDITOR, id, Map.of("status", "untrash")).body("status", is("spam"));
        given().get("/wp-json/wp/v2/comments?include=" + id).then().body("id", empty());
        change(Role.EDITOR, id, Map.of("status", "unspam")).body("status", is("hold"));
        change(Role.EDITOR, id, Map.of("status", "approve"));
        change(Role.EDITOR, id, Map.of("status", "trash"));

        change(Role.EDITOR, id, Map.of("content", "Still there"))
                .statusCode(200)
                .body("status", is("trash"), "content.raw", is("Still there"));
        change(Role.EDITOR, id, Map.of("content", "In time", "status", "untrash"))
                .body("status", is("approved"), "content.raw", is("In time"));
    }

    @Test
    void moderators_change_who_wrote_it_whence_and_when() {
        var id = reader.says("Whose?").storedOn(post).id();
        change(
                        Role.EDITOR,
                        id,
                        Map.of(
                                "author_name", "Renamed",
                                "author_email", "r@example.org",
                                "author_url", "https://r.example.org",
                                "author_ip", "192.0.2.8",
                                "date", "2002-02-02T02:02:02"))
                .statusCode(200)
                .body("author_name", is("Renamed"), "author_email", is("r@example.org"))
                .body("author_url", is("https://r.example.org"), "author_ip", is("192.0.2.8"))
                .body("date", is("2002-02-02T02:02:02"));
        change(Role.EDITOR, id, Map.of("author", tokens.idOf(Role.CONTRIBUTOR)))
                .body("author_name", is("The contributor"));
        change(Role.EDITOR, id, Map.of("author", 999_999_999))
                .statusCode(400)
                .body("code", is("rest_comment_author_invalid"));
        change(Role.EDITOR, id, Map.of("type", "pingback"))
                .statusCode(404)
                .body("code", is("rest_comment_invalid_type"));
        change(Role.EDITOR, id, Map.of("content", "")).statusCode(400).body("code", is("rest_comment_content_invalid"));
        change(Role.EDITOR, id, Map.of("type", "comment")).statusCode(200);
        change(Role.EDITOR, id, Map.of()).statusCode(200);
    }

    @Test
    void a_comment_moves_to_another_post_with_all_answers_to_it() {
        discussion.open();
        var top = reader.says("Top").storedOn(post).id();
        var answer = Reader.guest().says("Answer").answering(top).storedOn(post).id();
        var deep = Reader.guest().says("Deep").answering(answer).storedOn(post).id();
        Reader.guest().says("Stays").storedOn(post);
        var other = blog.published(Blog.unique("Other ")).write();

        change(Role.EDITOR, top, Map.of("post", other.id()))
                .statusCode(200)
                .body("post", is((int) other.id()), "_links.children", hasSize(1));
        given().get(COMMENTS + "?orderby=id&order=asc&post=" + other.id())
                .then()
                .body("id", contains((int) top, (int) answer, (int) deep))
                .body("parent", contains(0, (int) top, (int) answer));
        given().get(COMMENTS + "?post=" + post.id()).then().header("X-WP-Total", "1");
        given().get(post.path()).then().body("commentCount", is(1));
        given().get(other.path()).then().body("commentCount", is(3));
        given().get(other.path() + "/comments?view=tree")
                .then()
                .body("items", hasSize(1), "items[0].replies.items[0].id", is((int) answer));
        change(Role.EDITOR, top, Map.of("post", 999_999_999))
                .statusCode(403)
                .body("code", is("rest_comment_invalid_post_id"), "message", is("Invalid post ID."));
    }

    @Test
    void a_comment_moves_within_its_thread_but_never_below_itself() {
        discussion.open();
        var one = reader.says("One").storedOn(post).id();
        var two = Reader.guest().says("Two").storedOn(post).id();
        var below =
                Reader.guest().says("Below two").answering(two).storedOn(post).id();

        change(Role.EDITOR, two, Map.of("parent", one)).body("parent", is((int) one));
        given().get(post.path() + "/comments?sort=thread")
                .then()
                .body("items.id", contains((int) one, (int) two, (int) below))
                .body("items.depth", contains(1, 2, 3));
        change(Role.EDITOR, two, Map.of("parent", below)).statusCode(400).body("data.params", hasKey("parent"));
        change(Role.EDITOR, two, Map.of("parent", two)).statusCode(400);
        change(Role.EDITOR, two, Map.of("parent", 0)).body("parent", is(0));
        given().get(post.path() + "/comments?sort=thread").then().body("items.depth", contains(1, 1, 2));
    }

    @Test
    void the_body_never_says_which_comment_is_meant() {
        discussion.open();
        var meant = reader.says("Meant").storedOn(post).id();
        var named = Reader.guest().says("Named").storedOn(post).id();

        change(Role.EDITOR, meant, Map.of("id", named, "content", "Changed")).body("id", is((int) meant));
        given().get(COMMENTS + "/" + named).then().body("content.rendered", containsString("Named"));
    }

    @Test
    void answers_to_a_deleted_comment_move_up() {
        discussion.open();
        var top = reader.says("Top").storedOn(post).id();
        var answer = Reader.guest().says("Answer").answering(top).storedOn(post).id();

        tokens.as(Role.EDITOR).delete(COMMENTS + "/" + top + "?force=true");

        given().get(COMMENTS + "/" + answer).then().body("parent", is(0));
    }

    private void refusedOn(long postId, int status, String code) {
        asGuest(Map.of("post", postId, "content", "Hello"))
                .statusCode(status)
                .body("code", is(code), "data.status", is(status));
    }

    private ValidatableResponse asGuest(Map<String, ?> fields) {
        var body = new HashMap<String, Object>();
        body.put("post", post.id());
        body.put("author_name", reader.name());
        body.put("author_email", reader.email());
        body.putAll(fields);
        return reader.asking().body(body).post(COMMENTS).then();
    }

    private ValidatableResponse as(Role role, Map<String, ?> fields) {
        var body = new HashMap<String, Object>();
        body.put("post", post.id());
        body.putAll(fields);
        return tokens.as(role).body(body).post(COMMENTS).then();
    }

    private ValidatableResponse change(Role role, long id, Map<String, ?> fields) {
        return tokens.as(role).body(fields).put(COMMENTS + "/" + id).then();
    }
}
