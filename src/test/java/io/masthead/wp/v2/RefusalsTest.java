package io.masthead.wp.v2;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.testsupport.Uploads;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not do what, and what is not taken, in the words that clients look for. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what is refused is made once
class RefusalsTest {

    private static final String ROOT = "/wp-json/wp/v2";

    private final Tokens tokens = new Tokens();
    private final Uploads uploads = new Uploads();

    private final Map<String, Object> things = new LinkedHashMap<>();
    private final Discussion discussion = new Discussion();

    @BeforeEach
    void things_that_not_everybody_may_touch() {
        discussion.open();
        if (!things.isEmpty()) {
            return;
        }
        var blog = Blog.ofAdministrator();
        var post = blog.published(Blog.unique("Open ")).write();
        blog.asking().body(Map.of("title", "Changed")).patch(post.path());
        var revision = blog.asking().get(ROOT + "/posts/" + post.id() + "/revisions");
        var locked = blog.published(Blog.unique("Locked ")).write();
        Reader.guest().says("Inside").storedOn(locked);
        blog.asking().body(Map.of("password", "sesame")).patch(locked.path());
        var trashed = blog.published(Blog.unique("Trashed ")).write();
        blog.asking().delete(trashed.path());
        var closed = blog.published(Blog.unique("Closed "))
                .with("commentsOpen", false)
                .write();
        var writer = Blog.of(tokens.of(Role.AUTHOR));
        things.put("post", post.id());
        things.put("revision", revision.path("[0].id"));
        things.put("locked", locked.id());
        things.put("trashed", trashed.id());
        things.put("closed", closed.id());
        things.put("private", status(blog, "private").id());
        things.put(
                "future",
                blog.draft(Blog.unique("Later "))
                        .with("status", "scheduled")
                        .with("publishedAt", "2100-01-01T00:00:00Z")
                        .write()
                        .id());
        things.put("page", status(blog.page(Blog.unique("Page ")), "published").id());
        things.put("draftpage", blog.page(Blog.unique("Draft ")).write().id());
        things.put("own", writer.published(Blog.unique("Own ")).write().id());
        things.put(
                "owndraft",
                Blog.of(tokens.of(Role.CONTRIBUTOR))
                        .draft(Blog.unique("Own "))
                        .write()
                        .id());
        things.put("author", tokens.idOf(Role.AUTHOR));
        things.put("editor", tokens.idOf(Role.EDITOR));
        things.put("media", uploads.picture());
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    guest       | GET    | /posts/{private}                   | - | 401 | rest_forbidden       | Sorry, you are not allowed to do that.
                    author      | GET    | /posts/{private}                   | - | 403 | rest_forbidden       | Sorry, you are not allowed to do that.
                    guest       | GET    | /posts/{future}                    | - | 401 | rest_forbidden       | Sorry, you are not allowed to do that.
                    author      | GET    | /posts/{future}                    | - | 403 | rest_forbidden       | Sorry, you are not allowed to do that.
                    guest       | GET    | /posts/{trashed}                   | - | 401 | rest_forbidden       | Sorry, you are not allowed to do that.
                    author      | GET    | /posts/{trashed}                   | - | 403 | rest_forbidden       | Sorry, you are not allowed to do that.
                    guest       | GET    | /pages/{draftpage}                 | - | 401 | rest_forbidden       | Sorry, you are not allowed to do that.
                    author      | GET    | /pages/{draftpage}                 | - | 403 | rest_forbidden       | Sorry, you are not allowed to do that.
                    guest       | PUT    | /posts/{post}                      | {"title": "x"} | 401 | rest_cannot_edit | Sorry, you are not allowed to edit this post.
                    guest       | DELETE | /posts/{post}                      | - | 401 | rest_cannot_delete   | Sorry, you are not allowed to delete this post.
                    author      | DELETE | /posts/{post}                      | - | 403 | rest_cannot_delete   | Sorry, you are not allowed to delete this post.
                    guest       | POST   | /posts                             | {"title": "x"} | 401 | rest_cannot_create | Sorry, you are not allowed to create posts as this user.
                    subscriber  | POST   | /posts                             | {"title": "x"} | 403 | rest_cannot_create | Sorry, you are not allowed to create posts as this user.
                    author      | POST   | /posts                             | {"title": "x", "author": {editor}} | 403 | rest_cannot_edit_others | Sorry, you are not allowed to create posts as this user.
                    author      | PUT    | /posts/{own}                       | {"author": {editor}} | 403 | rest_cannot_edit_others | Sorry, you are not allowed to update posts as this user.
                    contributor | PUT    | /posts/{owndraft}                  | {"status": "publish"} | 403 | rest_cannot_publish | Sorry, you are not allowed to publish posts in this post type.
                    contributor | PUT    | /posts/{owndraft}                  | {"status": "private"} | 403 | rest_cannot_publish | Sorry, you are not allowed to create private posts in this post type.
                    author      | POST   | /posts                             | {} | 400 | empty_content | Content, title, and excerpt are empty.
                    author      | POST   | /posts                             | {"id": 1, "title": "x"} | 400 | rest_post_exists | Cannot create existing post.
                    author      | POST   | /posts                             | {"title": "x", "meta": {"footnotes": 5}} | 400 | rest_invalid_type | meta.footnotes is not of type string.
                    editor      | PUT    | /posts/{locked}                    | {"sticky": true} | 400 | rest_invalid_field | A password protected post can not be set to sticky.
                    guest       | GET    | /posts?page=9999                   | - | 400 | rest_post_invalid_page_number | The page number requested is larger than the number of pages available.
                    guest       | GET    | /pages?page=9999                   | - | 400 | rest_post_invalid_page_number | The page number requested is larger than the number of pages available.
                    guest       | GET    | /media?page=9999                   | - | 400 | rest_post_invalid_page_number | The page number requested is larger than the number of pages available.
                    guest       | GET    | /media?orderby=include             | - | 400 | rest_orderby_include_missing_include | You need to define an include parameter to order by include.
                    guest       | GET    | /media?orderby=relevance           | - | 400 | rest_no_search_term_defined | You need to define a search term to order by relevance.
                    guest       | GET    | /posts?orderby=include             | - | 400 | rest_orderby_include_missing_include | You need to define an include parameter to order by include.
                    guest       | GET    | /posts?orderby=relevance           | - | 400 | rest_no_search_term_defined | You need to define a search term to order by relevance.
                    guest       | GET    | /posts/{post}?password=x           | - | 403 | rest_post_incorrect_password | Incorrect post password.
                    editor      | GET    | /posts/{post}?password=x           | - | 403 | rest_post_incorrect_password | Incorrect post password.
                    author      | DELETE | /posts/{post}/revisions/{revision}?force=true | - | 403 | rest_cannot_delete | Sorry, you are not allowed to delete revisions of this post.
                    editor      | GET    | /posts/987654321/autosaves         | - | 404 | rest_post_invalid_parent | Invalid post parent ID.
                    editor      | POST   | /posts/987654321/autosaves         | {"title": "x"} | 404 | rest_post_invalid_parent | Invalid post parent ID.
                    guest       | GET    | /posts/{post}/autosaves/1          | - | 401 | rest_cannot_read | Sorry, you are not allowed to view autosaves of this post.
                    subscriber  | GET    | /comments?post={locked}            | - | 403 | rest_cannot_read_post | Sorry, you are not allowed to read the post for this comment.
                    guest       | GET    | /comments?post={locked}            | - | 401 | rest_cannot_read_post | Sorry, you are not allowed to read the post for this comment.
                    subscriber  | POST   | /comments                          | {"post": {closed}, "content": "x"} | 403 | rest_comment_closed | Sorry, comments are closed for this item.
                    editor      | POST   | /comments                          | {"post": {post}, "content": "x", "author": 999999999} | 400 | rest_comment_author_invalid | Invalid comment author ID.
                    editor      | POST   | /comments                          | {"id": 1, "post": {post}, "content": "x"} | 400 | rest_comment_exists | Cannot create existing comment.
                    editor      | POST   | /comments                          | {"post": {post}, "content": "x", "type": "pingback"} | 400 | rest_invalid_comment_type | Cannot create a comment with that type.
                    guest       | POST   | /comments                          | {"post": {post}, "content": "", "author_name": "A", "author_email": "a@example.org"} | 400 | rest_comment_content_invalid | Invalid comment content.
                    guest       | POST   | /comments                          | {"post": {post}, "content": "x"} | 400 | rest_comment_author_data_required | Creating a comment requires valid author name and email values.
                    editor      | GET    | /users/{author}?context=edit       | - | 403 | rest_forbidden_context | Sorry, you are not allowed to edit this user.
                    guest       | PUT    | /users/me                          | {"name": "x"} | 404 | rest_user_invalid_id | Invalid user ID.
                    guest       | DELETE | /users/me?force=true&reassign=1    | - | 404 | rest_user_invalid_id | Invalid user ID.
                    guest       | GET    | /users/me                          | - | 401 | rest_not_logged_in | You are not currently logged in.
                    guest       | GET    | /users/{author}/application-passwords | - | 401 | rest_cannot_list_application_passwords | Sorry, you are not allowed to list application passwords for this user.
                    guest       | POST   | /users/{author}/application-passwords | {"name": "x"} | 401 | rest_cannot_create_application_passwords | Sorry, you are not allowed to create application passwords for this user.
                    guest       | DELETE | /users/{author}/application-passwords | - | 401 | rest_cannot_delete_application_passwords | Sorry, you are not allowed to delete application passwords for this user.
                    editor      | GET    | /users/{author}/application-passwords | - | 403 | rest_cannot_list_application_passwords | Sorry, you are not allowed to list application passwords for this user.
                    subscriber  | GET    | /taxonomies?context=edit           | - | 403 | rest_cannot_view | Sorry, you are not allowed to manage terms in this taxonomy.
                    subscriber  | GET    | /statuses?context=edit             | - | 403 | rest_cannot_view | Sorry, you are not allowed to manage post statuses.
                    subscriber  | GET    | /types?context=edit                | - | 403 | rest_cannot_view | Sorry, you are not allowed to edit posts in this post type.
                    administrator | GET  | /types/revision                    | - | 403 | rest_cannot_read_type | Cannot view post type.
                    administrator | DELETE | /media/{media}                   | - | 501 | rest_trash_not_supported | The post does not support trashing. Set 'force=true' to delete.
                    guest       | POST   | /media/{media}/sideload            | {} | 404 | rest_no_route | No route was found matching the URL and request method.
                    administrator | DELETE | /categories/1                    | - | 403 | rest_cannot_delete | Sorry, you are not allowed to delete this term.
                    author      | POST   | /settings                          | {"title": "x"} | 403 | rest_forbidden | Sorry, you are not allowed to do that.
                    """)
    void each_refusal_has_its_status_its_code_and_its_sentence(
            String role, String method, String path, String body, int status, String code, String message) {
        var answer = send(role, method, path, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        answer.then().body("code", is(code)).body("message", is(message)).body("data.status", is(status));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    guest      | GET  | /posts?categories=abc  | - | categories | rest_no_matching_schema | -
                    guest      | GET  | /posts?categories=     | - | categories | rest_one_of_multiple_matches | categories matches Term ID List and Term ID Taxonomy Query, but should match only one.
                    guest      | GET  | /posts?tags[include_children]=1&tags[terms]=1 | - | tags | rest_no_matching_schema | tags is not a valid Term ID Taxonomy Query. Reason: include_children is not a valid property of Object.
                    guest      | GET  | /posts?after=2026-05-04 | - | after | rest_invalid_date | Invalid date.
                    guest      | GET  | /posts?per_page=101    | - | per_page | rest_out_of_bounds | per_page must be between 1 (inclusive) and 100 (inclusive)
                    guest      | GET  | /posts?order=up        | - | order | rest_not_in_enum | order is not one of asc and desc.
                    guest      | GET  | /posts/{post}?excerpt_length=-1 | - | excerpt_length | rest_out_of_bounds | excerpt_length must be greater than or equal to 0
                    editor     | PUT  | /pages/{page}          | {"menu_order": 3000000000} | menu_order | rest_out_of_bounds | menu_order must be between -2147483648 (inclusive) and 2147483647 (inclusive)
                    editor     | POST | /comments              | {"post": {post}, "content": "x", "author_ip": "1.2.3"} | author_ip | rest_invalid_ip | author_ip is not a valid IP address.
                    editor     | POST | /comments              | {"post": {post}, "content": "x", "author_email": "x"} | author_email | rest_invalid_email | Invalid email address.
                    editor     | POST | /categories            | {"name": ["x"]} | name | rest_invalid_type | name is not of type string.
                    administrator | POST | /users/me/application-passwords | {"name": ""} | name | rest_too_short | name must be at least 1 character long.
                    guest      | GET  | /search?context=edit   | - | context | rest_not_in_enum | context is not one of view and embed.
                    author     | POST | /posts                 | {"title": "x", "meta": {"footnotes": "\\ud800"}} | meta | rest_invalid_param | -
                    """)
    void each_parameter_at_fault_has_its_code_and_its_sentence(
            String role, String method, String path, String body, String parameter, String code, String message) {
        var answer = send(role, method, path, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        answer.then()
                .body("code", is("rest_invalid_param"))
                .body("message", is("Invalid parameter(s): " + parameter))
                .body("data.details." + parameter + ".code", is(code));
        if (message != null) {
            answer.then().body("data.params." + parameter, is(message));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts?status=draft", "/media?status=private"})
    void statuses_that_are_not_for_everybody_tell_who_may_ask(String path) {
        send("subscriber", "GET", path, null)
                .then()
                .statusCode(400)
                .body("data.params.status", is("Status is forbidden."))
                .body("data.details.status.data.status", is(403));
        send("guest", "GET", path, null).then().statusCode(400).body("data.details.status.data.status", is(401));
    }

    @Test
    void the_same_comment_is_taken_once() {
        var body = "{\"post\": {post}, \"content\": \"" + Blog.unique("Said ") + "\"}";
        send("editor", "POST", "/comments", body).then().statusCode(201);

        send("editor", "POST", "/comments", body)
                .then()
                .statusCode(409)
                .body("code", is("comment_duplicate"))
                .body(
                        "message",
                        is("Duplicate comment detected; it looks as though you&#8217;ve already" + " said that!"));
    }

    @ParameterizedTest
    @CsvSource({
        "author_name, 246, comment_author_column_length",
        "author_email, 101, comment_author_email_column_length",
        "author_url, 201, comment_author_url_column_length",
        "content, 65526, comment_content_column_length"
    })
    void a_field_of_a_comment_has_its_length(String field, int length, String code) {
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "post",
                things.get("post"),
                "content",
                "Words",
                "author_name",
                "Ada",
                "author_email",
                "ada@example.org"));
        var tooLong = switch (field) {
            case "author_email" -> "a".repeat(length - 12) + "@example.org";
            case "author_url" -> "https://a.example/" + "a".repeat(length - 18);
            default -> "a".repeat(length);
        };
        fields.put(field, tooLong);

        Reader.guest()
                .asking()
                .body(fields)
                .post(ROOT + "/comments")
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("message", is("Comment field exceeds maximum length allowed."));
    }

    @Test
    void guesses_end_in_429() {
        var guesser = Reader.guest();
        Response answer = null;
        for (int i = 0; i < 60 && (answer == null || answer.statusCode() != 429); i++) {
            answer = guesser.asking().get(ROOT + "/posts/" + things.get("locked") + "?password=x" + i);
            assertThat(answer.statusCode()).isIn(403, 429);
        }
        answer.then().statusCode(429).body("code", is("rest_too_many_attempts"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private Response send(String role, String method, String path, String body) {
        var request = role.equals("guest")
                ? given().contentType(ContentType.JSON)
                : tokens.as(Role.valueOf(role.toUpperCase(Locale.ROOT)));
        return withBody(request, body)
                .urlEncodingEnabled(false)
                .request(method, ROOT + filled(path).replace("[", "%5B").replace("]", "%5D"));
    }

    private RequestSpecification withBody(RequestSpecification request, String body) {
        return body == null ? request : request.body(filled(body));
    }

    private String filled(String text) {
        var filled = text;
        for (var thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue().toString());
        }
        return filled;
    }

    private static Blog.Content status(Blog blog, String status) {
        return status(blog.draft(Blog.unique("Kept ")), status);
    }

    private static Blog.Content status(Blog.NewContent content, String status) {
        return content.with("status", status).write();
    }
}
