package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class WpCommentReadingTest {

    private static final String COMMENTS = "/wp-json/wp/v2/comments";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void a_post_on_which_guests_are_shown_at_once() {
        discussion.open();
        post = blog.published(Blog.unique("Talk ")).write();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    // --- Shape -----------------------------------------------------------------------------------

    @Test
    void a_comment_has_the_fields_that_everybody_may_see_and_no_others() throws Exception {
        var said = reader.says("Well <b>said</b>").storedOn(post);
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(reader.email().getBytes(StandardCharsets.UTF_8)));

        given().get(COMMENTS + "/" + said.id())
                .then()
                .statusCode(200)
                .header("Allow", "GET")
                .body("id", is((int) said.id()), "post", is((int) post.id()), "parent", is(0))
                .body("author", is(0), "author_name", is(reader.name()), "author_url", is(""))
                .body("status", is("approved"), "type", is("comment"))
                .body("content.rendered", startsWith("<p>Well"))
                .body("link", endsWith("#comment-" + said.id()))
                .body("author_avatar_urls.'48'", is("https://secure.gravatar.com/avatar/" + hash + "?s=48&d=mm&r=g"))
                .body("meta", hasKey("_wp_note_status"))
                .body("_links.self[0].targetHints.allow", contains("GET"))
                .body("_links.up[0].post_type", is("post"), "_links.up[0].embeddable", is(true))
                .body("_links.up[0].href", endsWith("/wp/v2/posts/" + post.id()))
                .body("_links", not(hasKey("children")), "_links", not(hasKey("in-reply-to")))
                .body("_links", not(hasKey("author")))
                .body("content", not(hasKey("raw")))
                .body("$", not(hasKey("author_email")), "$", not(hasKey("author_ip")))
                .body("$", not(hasKey("author_user_agent")));
    }

    @Test
    void a_name_is_shown_without_tags_and_escaped_wherever_it_is_seen() {
        var word = Blog.unique("B");
        int said = reader.asking()
                .body(Map.of(
                        "text",
                        "Hello",
                        "author",
                        Map.of("name", "<b>A</b><img src=x onerror=alert(1)> & " + word, "email", reader.email())))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .body("author.name", is("<b>A</b><img src=x onerror=alert(1)> & " + word))
                .extract()
                .path("id");
        var shown = "A &amp; " + word;

        given().get(COMMENTS + "/" + said).then().body("author_name", is(shown));
        given().get(COMMENTS + "?post=" + post.id()).then().body("author_name", contains(shown));
        given().get("/wp-json/wp/v2/posts/" + post.id() + "?_embed=replies")
                .then()
                .body("_embedded.replies[0].author_name", contains(shown));
        given().get("/?feed=rss2&p=" + post.id())
                .then()
                .body(containsString("A &amp; " + word), not(containsString("onerror")));
    }

    @Test
    void a_name_that_comes_as_html_is_kept_as_what_it_says() {
        var word = Blog.unique("B");
        int said = reader.asking()
                .body(Map.of(
                        "post",
                        post.id(),
                        "content",
                        "Hello",
                        "author_name",
                        "<i>A</i>\n &amp; <script>x</script>" + word,
                        "author_email",
                        reader.email()))
                .post(COMMENTS)
                .then()
                .statusCode(201)
                .body("author_name", is("A &amp; " + word))
                .extract()
                .path("id");

        given().get("/api/v1/comments/" + said).then().body("author.name", is("A & " + word));
    }

    @Test
    void moderators_see_in_the_edit_context_what_is_nobody_elses_business() {
        var said = reader.says("Here I am").storedOn(post);

        tokens.as(Role.EDITOR)
                .get(COMMENTS + "/" + said.id() + "?context=edit")
                .then()
                .statusCode(200)
                .header("Allow", "GET, POST, PUT, PATCH, DELETE")
                .body("author_email", is(reader.email()), "author_ip", is(reader.address()))
                .body("author_user_agent", notNullValue(), "content.raw", is("Here I am"));
        given().get(COMMENTS + "/" + said.id() + "?context=edit")
                .then()
                .statusCode(401)
                .body("code", is("rest_forbidden_context"));
        tokens.as(Role.AUTHOR)
                .get(COMMENTS + "?context=edit")
                .then()
                .statusCode(403)
                .body("code", is("rest_forbidden_context"));
    }

    @Test
    void embedded_comments_have_fewer_fields() {
        reader.says("Short").storedOn(post);

        given().get(COMMENTS + "?context=embed&post=" + post.id())
                .then()
                .body("[0].author_name", is(reader.name()), "[0]", not(hasKey("post")))
                .body("[0]", not(hasKey("status")), "[0]", not(hasKey("date_gmt")))
                .body("[0]", not(hasKey("meta")));
    }

    @Test
    void a_thread_can_be_followed_up_and_down_and_embedded() {
        var first = reader.says("Question").storedOn(post);
        var second = Reader.guest().says("Answer").answering(first.id()).storedOn(post);

        given().get(COMMENTS + "/" + first.id() + "?_embed")
                .then()
                .body("_links.children[0].href", endsWith("/comments?parent=" + first.id()))
                .body("_embedded.children[0]", hasSize(1))
                .body("_embedded.children[0][0].id", is((int) second.id()))
                .body("_embedded.children[0][0]", not(hasKey("status")));
        given().get(COMMENTS + "/" + second.id() + "?_embed=in-reply-to")
                .then()
                .body("parent", is((int) first.id()))
                .body("_embedded.in-reply-to[0].id", is((int) first.id()))
                .body("_embedded", not(hasKey("up")));
    }

    @Test
    void an_answer_that_waits_shows_in_no_link() {
        var first = reader.says("Question").storedOn(post);
        discussion.rule("commentsHoldAll", true);
        Reader.guest().says("Answer").answering(first.id()).storedOn(post);

        given().get(COMMENTS + "/" + first.id()).then().body("_links", not(hasKey("children")));
        tokens.as(Role.EDITOR).get(COMMENTS + "/" + first.id()).then().body("_links.children", hasSize(1));
    }

    // --- Who sees what ---------------------------------------------------------------------------

    @Test
    void what_waits_is_shown_to_moderators_to_its_author_and_to_the_author_of_the_post() {
        discussion.rule("commentsHoldAll", true);
        var own =
                Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Mine ")).write();
        var said = reader.says("Wait for me").storedOn(own);
        var path = COMMENTS + "/" + said.id();

        given().get(path).then().statusCode(401).body("code", is("rest_cannot_read"));
        tokens.as(Role.CONTRIBUTOR).get(path).then().statusCode(403).body("code", is("rest_cannot_read"));
        for (var role : List.of(Role.AUTHOR, Role.EDITOR)) {
            tokens.as(role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("status", is("hold"))
                    .header("Allow", "GET, POST, PUT, PATCH, DELETE");
        }
        var id = tokens.as(Role.SUBSCRIBER)
                .body(Map.of("post", own.id(), "content", Blog.unique("Mine too ")))
                .post(COMMENTS)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        tokens.as(Role.SUBSCRIBER)
                .get(COMMENTS + "/" + id)
                .then()
                .statusCode(200)
                .header("Allow", "GET")
                .body("status", is("hold"));
    }

    @Test
    void authors_are_not_told_that_their_comment_is_taken_for_spam() {
        var id = saidBySubscriber();
        tokens.as(Role.EDITOR).body(Map.of("status", "spam")).put(COMMENTS + "/" + id);

        tokens.as(Role.SUBSCRIBER)
                .get(COMMENTS + "/" + id)
                .then()
                .statusCode(403)
                .body("code", is("rest_cannot_read"));
    }

    @Test
    void comments_go_into_the_trash_with_their_post_and_come_back_with_it() {
        var said = Reader.guest().says("Said").storedOn(post);
        var path = COMMENTS + "/" + said.id();
        blog.asking().delete(post.path()).then().statusCode(anyOf(is(200), is(204)));

        tokens.as(Role.EDITOR).get(path).then().body("status", is("post-trashed"));
        tokens.as(Role.EDITOR).get(COMMENTS + "?post=" + post.id()).then().header("X-WP-Total", "0");
        tokens.as(Role.EDITOR)
                .get(COMMENTS + "?status=post-trashed&post=" + post.id())
                .then()
                .body("id", hasItem((int) said.id()));
        given().get(path).then().statusCode(401);

        blog.asking().post(post.path() + "/restore");
        tokens.as(Role.EDITOR).get(path).then().body("status", is("approved"));
        tokens.as(Role.EDITOR)
                .get(COMMENTS + "?status=post-trashed&post=" + post.id())
                .then()
                .header("X-WP-Total", "0");
    }

    @Test
    void totals_count_only_what_the_caller_may_see() {
        discussion.rule("commentsHoldAll", true);
        var own =
                Blog.of(tokens.of(Role.AUTHOR)).published(Blog.unique("Mine ")).write();
        var word = Blog.unique("word");
        reader.says("On mine " + word).storedOn(own);
        Reader.guest().says("Elsewhere " + word).storedOn(post);
        var query = COMMENTS + "?status=hold&per_page=1&search=" + word;

        tokens.as(Role.AUTHOR)
                .get(query)
                .then()
                .header("X-WP-Total", "1")
                .header("X-WP-TotalPages", "1")
                .body("post", contains((int) own.id()));
        tokens.as(Role.CONTRIBUTOR).get(query).then().header("X-WP-Total", "0").body("$", empty());
        tokens.as(Role.EDITOR).get(query).then().header("X-WP-Total", "2").body("$", hasSize(1));
        given().get(COMMENTS + "?search=" + word).then().header("X-WP-Total", "0");
    }

    @Test
    void comments_on_a_protected_post_take_its_password() {
        var locked = blog.published(Blog.unique("Locked "))
                .with("password", "open sesame")
                .write();
        var said =
                reader.says("Inside").sending("X-Post-Password", "open sesame").storedOn(locked);
        var list = COMMENTS + "?post=" + locked.id();

        for (var password : List.of("", "&password=wrong")) {
            given().get(list + password).then().statusCode(401).body("code", is("rest_cannot_read_post"));
        }
        given().get(list + "&password=open sesame").then().statusCode(200).body("id", contains((int) said.id()));
        given().get(list + "," + post.id() + "&password=open sesame").then().statusCode(401);
        given().get(COMMENTS + "/" + said.id() + "?password=wrong")
                .then()
                .statusCode(401)
                .body("code", is("rest_cannot_read"));
        given().get(COMMENTS + "/" + said.id() + "?password=open sesame")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("_links.self[0]", not(hasKey("targetHints")));
        given().get(COMMENTS + "?include=" + said.id()).then().header("X-WP-Total", "0");
        tokens.as(Role.EDITOR).get(list).then().body("id", contains((int) said.id()));
    }

    @Test
    void who_may_not_edit_a_comment_guesses_no_password_by_asking_to() {
        var locked = blog.published(Blog.unique("Locked "))
                .with("password", "open sesame")
                .write();
        var said =
                reader.says("Inside").sending("X-Post-Password", "open sesame").storedOn(locked);
        var guesser = Reader.guest();
        var path = COMMENTS + "/" + said.id() + "?password=";

        for (int i = 0; i < 25; i++) {
            guesser.asking()
                    .get(path + "wrong&context=edit")
                    .then()
                    .statusCode(401)
                    .body("code", is("rest_forbidden_context"));
        }
        guesser.asking().get(path + "open sesame").then().statusCode(200);
    }

    @Test
    void comments_on_a_post_that_is_hidden_are_hidden_too() {
        var said = reader.says("Soon gone").storedOn(post);
        blog.asking().body(Map.of("status", "private")).patch(post.path());

        given().get(COMMENTS + "?post=" + post.id()).then().statusCode(401).body("code", is("rest_cannot_read_post"));
        given().get(COMMENTS + "/" + said.id()).then().statusCode(401);
        tokens.as(Role.EDITOR).get(COMMENTS + "?post=" + post.id()).then().header("X-WP-Total", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "status=hold, status",
        "status=approved, status",
        "type=pingback, type",
        "type=all, type",
        "author=1, author",
        "author_exclude=1, author_exclude",
        "author_email=a@example.org, author_email",
        "author_email=a@example.org&status=spam, 'author_email, status'",
    })
    void who_writes_no_posts_filters_by_no_more_than_is_shown(String query, String named) {
        given().get(COMMENTS + "?" + query)
                .then()
                .statusCode(401)
                .body("code", is("rest_forbidden_param"))
                .body("message", is("Query parameter not permitted: " + named));
        tokens.as(Role.SUBSCRIBER).get(COMMENTS + "?" + query).then().statusCode(403);
    }

    @Test
    void addresses_that_are_not_shown_find_nothing_but_for_moderators() {
        var said = reader.says("Find me").storedOn(post);
        var tail = "&include=" + said.id();

        for (var hidden : List.of(reader.email(), reader.address())) {
            given().queryParam("search", hidden)
                    .get(COMMENTS + "?_fields=id" + tail)
                    .then()
                    .statusCode(200)
                    .header("X-WP-Total", "0");
            tokens.as(Role.AUTHOR)
                    .queryParam("search", hidden)
                    .get(COMMENTS + "?_fields=id" + tail)
                    .then()
                    .header("X-WP-Total", "0");
            tokens.as(Role.EDITOR)
                    .queryParam("search", hidden)
                    .get(COMMENTS + "?_fields=id" + tail)
                    .then()
                    .header("X-WP-Total", "1");
        }
        tokens.as(Role.AUTHOR)
                .get(COMMENTS + "?author_email=" + reader.email())
                .then()
                .statusCode(200)
                .header("X-WP-Total", "0");
        tokens.as(Role.SUBSCRIBER)
                .get(COMMENTS + "?author_email=" + reader.email())
                .then()
                .statusCode(403)
                .body("code", is("rest_forbidden_param"));
        tokens.as(Role.EDITOR)
                .get(COMMENTS + "?author_email=" + reader.email())
                .then()
                .body("id", contains((int) said.id()));
    }

    // --- Lists -----------------------------------------------------------------------------------

    @Test
    void a_list_is_paged_and_says_how_long_it_is() {
        var ids = IntStream.range(0, 5).mapToObj(i -> said("No. " + i)).toList();
        var list = COMMENTS + "?post=" + post.id() + "&orderby=id&per_page=2";

        given().get(list)
                .then()
                .header("X-WP-Total", "5")
                .header("X-WP-TotalPages", "3")
                .body("id", contains(ids.get(4), ids.get(3)));
        given().get(list + "&page=3").then().body("id", contains(ids.get(0)));
        given().get(list + "&page=9")
                .then()
                .statusCode(200)
                .header("X-WP-Total", "5")
                .body("$", empty());
        given().get(list + "&offset=1&page=3").then().body("id", contains(ids.get(3), ids.get(2)));
        given().get(list + "&order=asc").then().body("id", contains(ids.get(0), ids.get(1)));
        given().get(list + "&page=9223372036854775807").then().statusCode(200).body("$", empty());
    }

    @Test
    void it_can_be_narrowed_by_parents_posts_and_ids() {
        var first = said("First");
        var second = said("Second");
        var answer = (int) Reader.guest()
                .says("To the first")
                .answering(first)
                .storedOn(post)
                .id();
        var list = COMMENTS + "?order=asc&orderby=id&post=" + post.id();

        given().get(list + "&parent=0").then().body("id", contains(first, second));
        given().get(list + "&parent=" + first).then().body("id", contains(answer));
        given().get(list + "&parent_exclude=" + first).then().body("id", contains(first, second));
        given().get(list + "&parent_exclude=0").then().body("id", contains(answer));
        given().get(list + "&exclude=" + first).then().body("id", contains(second, answer));
        given().get(list + "&orderby=parent").then().body("id", contains(first, second, answer));
        given().get(COMMENTS + "?orderby=include&include=" + second + "," + first + ",999999999")
                .then()
                .header("X-WP-Total", "2")
                .body("id", contains(second, first));
        given().get(COMMENTS + "?post=" + post.id() + ",999999999").then().header("X-WP-Total", "3");
        given().get(list + "&after=2100-01-01T00:00:00").then().body("$", empty());
        given().get(list + "&before=2100-01-01T00:00:00").then().body("$", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=approved", "type=note"})
    void words_that_no_comment_has_find_nothing(String query) {
        said("Something");

        tokens.as(Role.EDITOR)
                .urlEncodingEnabled(false)
                .get(COMMENTS + "?" + query)
                .then()
                .statusCode(200)
                .header("X-WP-Total", "0")
                .body("$", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "per_page=0, per_page, 'per_page must be between 1 (inclusive) and 100 (inclusive)'",
        "page=0, page, 'page must be greater than or equal to 1'",
        "post=abc, post, 'post[0] is not of type integer.'",
        "after=yesterday, after, 'Invalid date.'",
        "order=up, order, 'order is not one of asc and desc.'",
        "author_email=nobody, author_email, 'Invalid email address.'",
    })
    void parameters_are_checked_before_rights(String query, String parameter, String message) {
        given().get(COMMENTS + "?context=edit&" + query)
                .then()
                .statusCode(400)
                .body("code", is("rest_invalid_param"))
                .body("data.params." + parameter, is(message));
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var id : List.of("0", "999999999", "99999999999999999999999")) {
            given().get(COMMENTS + "/" + id).then().statusCode(404).body("code", is("rest_comment_invalid_id"));
        }
        given().get(COMMENTS + "?post=0").then().statusCode(401).body("code", is("rest_cannot_read"));
        given().delete(COMMENTS).then().statusCode(404).body("code", is("rest_no_route"));
    }

    @Test
    void options_tell_the_schema_and_what_the_caller_may_do() {
        var id = said("Describe me");

        given().options(COMMENTS)
                .then()
                .body("schema.title", is("comment"), "methods", contains("GET", "POST"))
                .body("endpoints[0].args.orderby.default", is("date_gmt"))
                .body("endpoints[0].args.author_email", hasKey("default"))
                .body("endpoints[1].args", not(hasKey("type")))
                .body("endpoints[1].args.post.default", is(0));
        tokens.as(Role.EDITOR)
                .options(COMMENTS + "/" + id)
                .then()
                .header("Allow", "GET, POST, PUT, PATCH, DELETE")
                .body("endpoints[1].args.post.default", nullValue())
                .body("endpoints[2].args.force.type", is("boolean"));
    }

    // --- Cost ------------------------------------------------------------------------------------

    @DisabledOnIntegrationTest("It counts statements.")
    @Test
    void a_list_with_all_that_it_embeds_takes_as_many_statements_however_long_it_is() {
        for (int i = 0; i < 6; i++) {
            Reader.guest().says("Answer").answering(said("Comment " + i)).storedOn(post);
        }
        var list = COMMENTS + "?_embed=children,in-reply-to&post=" + post.id() + "&per_page=";
        var few = cost(list + 2);

        assertThat(cost(list + 12)).isEqualTo(few).isLessThanOrEqualTo(9);
        assertThat(cost(COMMENTS + "?post=" + post.id())).isLessThanOrEqualTo(4);
    }

    private long cost(String path) {
        return SentStatements.count(() -> given().get(path).then().statusCode(200));
    }

    private int said(String text) {
        return (int) Reader.guest().says(text).storedOn(post).id();
    }

    private int saidBySubscriber() {
        ValidatableResponse answer = tokens.as(Role.SUBSCRIBER)
                .body(Map.of("post", post.id(), "content", Blog.unique("Mine ")))
                .post(COMMENTS)
                .then()
                .statusCode(201);
        return answer.extract().path("id");
    }
}
