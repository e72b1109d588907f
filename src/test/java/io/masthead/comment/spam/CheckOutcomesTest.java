package io.masthead.comment.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.adapter.akismet.SwitchedAkismet;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class CheckOutcomesTest {

    @Inject
    CheckOutcomes answers;

    @Inject
    PendingChecks checks;

    @Inject
    SwitchedAkismet akismet;

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();
    private Reader.Said said;

    @BeforeEach
    void submit_an_unchecked_comment() {
        discussion.open();
        akismet.on("http://127.0.0.1:1");
        said = reader.says("Harmless")
                .storedOn(blog.published(Blog.unique("Ask ")).write());
        assertThat(said.status()).isEqualTo("pending");
    }

    @AfterEach
    void put_back() {
        akismet.off();
        discussion.putBack();
    }

    @Test
    void a_check_of_an_earlier_text_does_not_publish_a_later_one() {
        var asked = answers.toCheck(said.id()).orElseThrow();
        reader.asking()
                .header("X-Comment-Token", said.token())
                .body(Map.of("text", "Buy now"))
                .patch(said.path())
                .then()
                .statusCode(200);

        answers.apply(asked, CheckResult.CLEAR);

        assertStatus("pending");
        assertThat(answers.isOpen(said.id())).isTrue();
        answers.apply(answers.toCheck(said.id()).orElseThrow(), CheckResult.CLEAR);
        assertStatus("approved");
    }

    @Test
    void what_waits_is_not_published_when_the_service_is_turned_off() {
        akismet.off();

        checks.attempt(said.id());

        assertStatus("pending");
        assertThat(answers.isOpen(said.id())).isTrue();
    }

    @Test
    void the_same_answer_twice_does_no_harm() {
        var asked = answers.toCheck(said.id()).orElseThrow();

        answers.apply(asked, CheckResult.CLEAR);
        answers.apply(asked, CheckResult.CLEAR);

        assertStatus("approved");
    }

    @Test
    void an_export_of_personal_data_has_what_the_service_was_sent() {
        blog.asking()
                .body(Map.of("email", reader.email()))
                .post("/api/v1/privacy/exports")
                .then()
                .statusCode(200)
                .body("comments.items[0].submitted.address", is(reader.address()))
                .body("comments.items[0].submitted.formAge", is("NOT_ASKED"))
                .body("comments.items[0].submitted.userRole", is(""))
                .body("comments.items[0].submitted", not(hasKey("parentId")));
    }

    private void assertStatus(String status) {
        blog.asking().get(said.path()).then().body("status", is(status));
    }
}
