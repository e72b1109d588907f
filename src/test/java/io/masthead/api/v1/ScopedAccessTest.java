package io.masthead.api.v1;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a token with few scopes shows, and in which words it is refused. */
@QuarkusTest
class ScopedAccessTest {

    private static final String CONTENT = "{\"title\": \"Changed\"}";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @AfterEach
    void putBack() {
        discussion.putBack();
    }

    @Test
    void a_token_that_reads_sees_what_its_owner_sees_and_writes_nothing() {
        var draft = blog.draft(unique("Draft ")).saying("Some *words*").write();
        var locked =
                blog.published(unique("Locked ")).with("password", "sesame").write();
        var reader = tokens.scoped(Role.EDITOR, Scope.CONTENT_READ);

        as(reader).get(draft.path()).then().body("content.source", is("Some *words*"));
        as(reader).get(locked.path()).then().body("password", is("sesame"));
        as(reader).body(CONTENT).patch(draft.path()).then().statusCode(403).body("code", is("scope_missing"));
        as(reader).delete(draft.path()).then().statusCode(403).body("code", is("scope_missing"));
        as(reader)
                .body("{\"name\": \"%s\"}".formatted(unique("Tag ")))
                .post("/api/v1/tags")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
        as(tokens.of(Role.EDITOR)).get(draft.path()).then().body("title", not(is("Changed")));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONTENT_READ", "CONTENT_WRITE", "FIRST_PASSWORDS", "ACCOUNT"},
            mode = EnumSource.Mode.EXCLUDE)
    void without_a_scope_for_content_a_token_sees_what_guests_see(Scope scope) {
        var author = tokens.scoped(Role.AUTHOR, scope);
        var administrator = tokens.scoped(Role.ADMINISTRATOR, scope);
        var tag = blog.tag(unique("Seen "));
        var own = Blog.of(tokens.of(Role.AUTHOR))
                .draft(unique("Own "))
                .tagged(tag)
                .write();
        var hidden = blog.published(unique("Hidden "))
                .with("status", "private")
                .tagged(tag)
                .write();
        var locked = blog.published(unique("Locked "))
                .saying("Secret words")
                .with("password", "sesame")
                .tagged(tag)
                .write();

        for (var token : new String[] {author, administrator}) {
            as(token).get(own.path()).then().statusCode(404);
            as(token).get(hidden.path()).then().statusCode(404);
            as(token).body(CONTENT).patch(own.path()).then().statusCode(404);
            as(token)
                    .get(locked.path())
                    .then()
                    .body("$", not(hasKey("password")))
                    .body("content.html", is(""))
                    .body("content", not(hasKey("source")));
            as(token)
                    .queryParam("tag", tag.slug())
                    .queryParam("status", "draft,private,published")
                    .get("/api/v1/posts")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains((int) locked.id()));
        }
    }

    @Test
    void settings_accounts_and_imports_are_shown_to_their_scopes_alone() {
        var reader = tokens.scoped(Role.ADMINISTRATOR, Scope.CONTENT_READ);
        var manager = tokens.scoped(Role.ADMINISTRATOR, Scope.SETTINGS_WRITE, Scope.USERS_READ);

        as(reader).get("/api/v1/settings").then().body("commentsFloodSeconds", nullValue());
        as(manager).get("/api/v1/settings").then().body("$", hasKey("commentsFloodSeconds"));
        as(reader).get("/api/v1/users/1").then().body("account", nullValue());
        as(manager).get("/api/v1/users/1").then().body("account.login", is("admin"));
        as(manager)
                .get("/api/v1/imports")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"))
                .body("detail", is("The token of this request lacks the scope imports:write."));
    }

    @Test
    void no_token_gives_a_role_above_the_lowest_or_a_way_in() {
        var all = tokens.scoped(Role.ADMINISTRATOR, Scope.grantable().toArray(Scope[]::new));
        var login = unique("raised");
        needsSignIn(as(all).body(Map.of(
                        "login", login, "email", login + "@example.org", "name", "Raised", "role", "contributor"))
                .post("/api/v1/users"));
        as(all).get("/api/v1/users?search=" + login).then().body("items", empty());

        var user = tokens.newcomer();
        var path = "/api/v1/users/" + user.id();
        as(tokens.of(Role.ADMINISTRATOR))
                .body(Map.of("suspended", true))
                .patch(path)
                .then()
                .statusCode(200);
        for (var change : List.of(
                Map.of("role", "administrator"),
                Map.of("suspended", false),
                Map.of("email", unique("e") + "@example.org"))) {
            needsSignIn(as(all).body(change).patch(path));
        }
        needsSignIn(as(all).delete(path + "/second-factor"));
        as(all).body(Map.of("role", "subscriber", "suspended", true, "email", user.email()))
                .patch(path)
                .then()
                .statusCode(200)
                .body("account.role", is("subscriber"), "account.suspendedAt", notNullValue());

        var url = as(all).get("/api/v1/settings").path("url");
        needsSignIn(as(all).body(Map.of("url", "https://evil.example")).patch("/api/v1/settings"));
        needsSignIn(as(all).body(Map.of("adminEmail", "e@evil.example")).patch("/api/v1/settings"));
        as(all).body(Map.of("url", url))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200)
                .body("url", is(url));
        for (var options : List.of(
                "{\"defaultRole\": \"contributor\"}",
                "{\"roles\": {\"x\": \"administrator\"}}",
                "{\"settings\": true}")) {
            needsSignIn(given().auth()
                    .oauth2(all)
                    .multiPart("file", "export.xml", new byte[] {1})
                    .multiPart("options", options)
                    .post("/api/v1/imports"));
        }
    }

    private static void needsSignIn(Response answer) {
        answer.then()
                .statusCode(403)
                .body("code", is("scope_missing"))
                .body("detail", is("A token cannot do this; sign in first."));
    }

    @Test
    void the_caller_is_told_what_is_left_of_the_powers() {
        as(tokens.scoped(Role.ADMINISTRATOR, Scope.SETTINGS_WRITE))
                .get("/api/v1/me")
                .then()
                .body("role", is("administrator"), "capabilities", contains("manage_settings"));
        as(tokens.scoped(Role.SUBSCRIBER, Scope.SETTINGS_WRITE))
                .get("/api/v1/me")
                .then()
                .body("capabilities", empty());
    }

    @Test
    void the_role_is_blamed_before_the_token() {
        var post = blog.published(unique("Role ")).write();
        var subscriber = tokens.scoped(Role.SUBSCRIBER, Scope.AUDIT_READ);
        var author = tokens.scoped(Role.AUTHOR, Scope.AUDIT_READ);

        as(subscriber).body(CONTENT).patch(post.path()).then().statusCode(403).body("code", is("forbidden"));
        as(subscriber)
                .body(CONTENT)
                .post("/api/v1/posts")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        as(author)
                .body(CONTENT)
                .post("/api/v1/posts")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"))
                .body("detail", is("The token of this request lacks the scope content:write."));
        given().contentType("application/json")
                .body(CONTENT)
                .patch(post.path())
                .then()
                .statusCode(401);
    }

    @Test
    void a_bulk_change_names_the_scope_and_not_each_post() {
        var post = blog.published(unique("Bulk ")).write();
        as(tokens.scoped(Role.EDITOR, Scope.CONTENT_READ))
                .body("{\"ids\": [%d], \"status\": \"draft\"}".formatted(post.id()))
                .post("/api/v1/posts/bulk-status")
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
    }

    @Test
    void commenting_and_moderating_take_a_scope_each() {
        discussion.open();
        var post = blog.published(unique("Talk ")).write();
        var writer = tokens.scoped(Role.EDITOR, Scope.COMMENTS_WRITE);
        var moderator = tokens.scoped(Role.EDITOR, Scope.COMMENTS_MODERATE);
        var guests = Reader.guest().says(unique("Guest ")).storedOn(post);

        var own = as(writer)
                .body("{\"text\": \"%s\"}".formatted(unique("Mine ")))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var ownPath = "/api/v1/comments/" + own;
        var words = "{\"text\": \"%s\"}".formatted(unique("Better "));
        as(writer).body(words).patch(ownPath).then().statusCode(200);
        as(tokens.scoped(Role.EDITOR, Scope.CONTENT_WRITE))
                .body(words)
                .patch(ownPath)
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
        as(writer)
                .body("{\"status\": \"spam\"}")
                .patch(guests.path())
                .then()
                .statusCode(403)
                .body("code", is("scope_missing"));
        as(writer).get("/api/v1/comments/counts").then().statusCode(403).body("code", is("scope_missing"));
        as(moderator).body(words).post(post.path() + "/comments").then().statusCode(403);
        as(moderator).get("/api/v1/comments/counts").then().statusCode(200);
        as(moderator).delete(guests.path() + "?permanent=true").then().statusCode(204);
    }

    @Test
    void who_moderates_by_a_token_needs_no_sight_of_the_post() {
        discussion.open();
        var post = blog.published(unique("Talk ")).write();
        var comment = Reader.guest().says(unique("Guest ")).storedOn(post);
        blog.asking().body("{\"status\": \"draft\"}").patch(post.path()).then().statusCode(200);
        var moderator = tokens.scoped(Role.EDITOR, Scope.COMMENTS_MODERATE);

        as(moderator).get(comment.path()).then().statusCode(200).body("author.email", is(not("")));
        as(moderator)
                .body("{\"ids\": [%d], \"status\": \"spam\"}".formatted(comment.id()))
                .post("/api/v1/comments/bulk-status")
                .then()
                .statusCode(200);
        as(moderator).get(post.path()).then().statusCode(404);
        assertThat(as(moderator).get(comment.path()).jsonPath().getString("status"))
                .isEqualTo("spam");
    }

    private RequestSpecification as(String token) {
        return Blog.of(token).asking();
    }
}
