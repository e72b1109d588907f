package io.masthead.api.v1.comment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentFormTest {

    private final TestClock clock = new TestClock();
    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @AfterEach
    void put_back() {
        clock.putRight();
        discussion.putBack();
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void a_form_that_is_sent_too_soon_is_spam_and_nobody_is_told() {
        discussion.open().rule("commentsMinFormSeconds", 3);
        var post = blog.published(Blog.unique("Form ")).write();
        var token = given().get(post.path() + "/comments/form").<String>path("token");

        var soon = Reader.guest().says("Soon").with("formToken", token).storedOn(post);
        assertThat(soon.status()).isEqualTo("pending");
        blog.asking().get(soon.path()).then().body("status", is("spam"), "verdict.reason", is("form_age"));
        clock.putForward(Duration.ofSeconds(4));
        var later = Reader.guest().says("Later").with("formToken", token).storedOn(post);
        assertThat(later.status()).isEqualTo("approved");
        // Who is signed in needs no form.
        tokens.as(Role.SUBSCRIBER)
                .body(Map.of("text", Blog.unique("No form ")))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201);
    }

    @Test
    void a_form_says_what_must_be_asked() {
        var post = blog.published(Blog.unique("Form ")).write();
        var closed =
                blog.published(Blog.unique("Form ")).with("commentsOpen", false).write();

        given().get(post.path() + "/comments/form")
                .then()
                .body("open", is(true), "nameRequired", is(true), "signInRequired", is(false))
                .body("minSeconds", is(0), "editSeconds", is(300));
        given().get(closed.path() + "/comments/form").then().body("open", is(false));
        discussion.rule("commentsRequireSignIn", true);
        given().get(post.path() + "/comments/form").then().body("open", is(false), "signInRequired", is(true));
    }
}
