package io.masthead.api.v1.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PrivacyResourceTest {

    private static final String EXPORTS = "/api/v1/privacy/exports";
    private static final String ERASURES = "/api/v1/privacy/erasures";

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Blog.Content post;

    @BeforeEach
    void an_open_post() {
        discussion.open();
        post = blog.published(Blog.unique("Private ")).write();
    }

    @AfterEach
    void put_back() {
        discussion.putBack();
    }

    @Test
    void an_export_tells_all_that_is_tied_to_an_address_page_by_page() {
        reader.says("One").storedOn(post);
        reader.says("Two").storedOn(post);
        Reader.guest().says("Somebody else").storedOn(post);
        var body = Map.of("email", reader.email().toUpperCase(Locale.ROOT));

        var first = blog.asking()
                .body(body)
                .post(EXPORTS + "?limit=1&count=true")
                .then()
                .statusCode(200)
                .body("comments.items", hasSize(1), "comments.page.total", is(2))
                .body("comments.items[0].comment.author.email", is(reader.email()))
                .body("comments.items[0].comment.address", is(reader.address()))
                .body("comments.items[0].comment.source", is("One"))
                .body("comments.items[0].comment.post.id", is((int) post.id()))
                .body("comments.items[0].submitted", anEmptyMap())
                .body("account", nullValue())
                .extract();
        blog.asking()
                .body(body)
                .post(EXPORTS + "?limit=1&cursor=" + first.path("comments.page.next"))
                .then()
                .body("comments.items[0].comment.source", is("Two"), "comments.page.next", nullValue());
        blog.asking()
                .body(Map.of("email", Reader.guest().email()))
                .post(EXPORTS + "?limit=1&cursor=" + first.path("comments.page.next"))
                .then()
                .statusCode(400);
    }

    @Test
    void what_a_user_wrote_belongs_to_the_address_of_the_account() {
        var newcomer = tokens.newcomer();

        blog.asking()
                .body(Map.of("email", newcomer.email()))
                .post(EXPORTS)
                .then()
                .statusCode(200)
                .body("account.login", is(newcomer.login()), "comments.items", hasSize(0));
    }

    @Test
    void an_erasure_leaves_the_words_and_nothing_of_who_wrote_them() {
        var said = reader.says("Words that stay").storedOn(post);
        var reply = Reader.guest().says("An answer").answering(said.id()).storedOn(post);

        blog.asking()
                .body(Map.of("email", reader.email()))
                .post(ERASURES)
                .then()
                .statusCode(200)
                .body("comments", is(1), "more", is(false), "account", is(false));

        blog.asking()
                .get(said.path())
                .then()
                .body("html", containsString("Words that stay"))
                .body("author.name", is(""), "author.email", is(""), "address", is(""), "userAgent", is(""))
                .body(not(containsString(reader.email())));
        blog.asking()
                .get(said.path() + "/history")
                .then()
                .body("items.action", hasItem("erased"))
                .body(not(containsString(reader.email())));
        blog.asking().body(Map.of("email", reader.email())).post(EXPORTS).then().body("comments.items", hasSize(0));
        given().get(reply.path()).then().body("parentId", is((int) said.id()));
    }

    @Test
    void an_erasure_can_take_the_words_too_and_the_thread_stays() {
        var said = reader.says("Words that go").storedOn(post);
        var reply = Reader.guest().says("An answer").answering(said.id()).storedOn(post);

        blog.asking()
                .body(Map.of("email", reader.email(), "comments", "delete"))
                .post(ERASURES)
                .then()
                .statusCode(200)
                .body("comments", is(1));

        blog.asking().get(said.path()).then().statusCode(404);
        given().get(reply.path()).then().body("parentId", nullValue(), "depth", is(1));
        given().get(post.path()).then().body("commentCount", is(1));
    }

    @Test
    void only_administrators_may_ask() {
        var body = Map.of("email", reader.email());
        for (var address : new String[] {EXPORTS, ERASURES}) {
            given().contentType("application/json")
                    .body(body)
                    .post(address)
                    .then()
                    .statusCode(401);
            tokens.as(Role.EDITOR).body(body).post(address).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\": \"\"}", "{\"email\": null}"})
    void an_address_is_needed(String body) {
        blog.asking().body(body).post(EXPORTS).then().statusCode(422).body("errors[0].pointer", is("/email"));
        blog.asking().body(body).post(ERASURES).then().statusCode(422);
        blog.asking()
                .body(Map.of("email", "x@example.org", "comments", "burn"))
                .post(ERASURES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", notNullValue());
    }
}
