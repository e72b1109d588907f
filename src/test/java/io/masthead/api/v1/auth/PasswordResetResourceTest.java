package io.masthead.api.v1.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.masthead.adapter.mail.SwitchedMail;
import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.TestClock;
import io.masthead.user.Role;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordResetResourceTest {

    private static final String RESET = "/api/v1/auth/password-reset";
    private static final Pattern LINK = Pattern.compile("(https?://\\S+)[?&]token=(mh_rst_[0-9A-Za-z]{36})\\s");

    private final People people = new People();

    @Inject
    MockMailbox mailbox;

    @Inject
    JobRunner jobs;

    @Inject
    SwitchedMail mail;

    private final TestClock clock = new TestClock();

    @Inject
    EntityManager entities;

    @AfterEach
    void putRight() {
        clock.putRight();
        mail.on();
    }

    @Test
    void a_link_that_is_mailed_leads_to_a_new_password_and_ends_every_session() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        var chosen = Blog.unique("another one ");

        confirm(ada, mailedToken(ada), chosen).statusCode(204);

        ada.triesToSignInWith(chosen).statusCode(200);
        ada.triesToSignIn().statusCode(401);
        ada.asking(session.accessToken()).get("/api/v1/me").then().statusCode(401);
        ada.refreshes(session.refreshToken()).statusCode(401);
    }

    @Test
    void the_mail_is_addressed_to_the_owner_and_says_what_to_do() {
        var ada = people.with(Role.AUTHOR);

        var mail = mailTo(ada);

        assertThat(mail.getTo()).containsExactly(ada.email());
        assertThat(mail.getText()).contains("10 minutes", "do nothing").doesNotContain(ada.login());
        assertThat(mail.getHtml()).isNull();
        assertThat(mail.getSubject()).doesNotContain("\n", "\r");
    }

    @Test
    void the_answer_is_the_same_for_an_address_without_an_account() {
        var ada = people.with(Role.AUTHOR);
        var known = request(ada, ada.email()).statusCode(204).extract();
        var nobody = Blog.unique("nobody") + "@example.org";
        var unknown = request(ada, nobody).extract();

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.asString()).isEqualTo(known.asString()).isEmpty();
        jobs.runDue();
        assertThat(mailbox.getMailsSentTo(nobody)).isEmpty();
    }

    @Test
    void a_site_that_sends_no_mail_says_so() {
        var ada = people.with(Role.AUTHOR);
        mail.off();

        request(ada, ada.email()).statusCode(409).body("code", is("mail_not_configured"));
    }

    @Test
    void a_link_serves_once() {
        var ada = people.with(Role.AUTHOR);
        var token = mailedToken(ada);

        confirm(ada, token, "the first to come").statusCode(204);

        confirm(ada, token, "the second to come")
                .statusCode(422)
                .body("errors.pointer", is(List.of("/token")), "errors.code", hasItem("expired"));
        ada.triesToSignInWith("the first to come").statusCode(200);
    }

    @Test
    void a_link_is_dead_after_ten_minutes() {
        var ada = people.with(Role.AUTHOR);
        var token = mailedToken(ada);

        clock.putForward(Duration.ofMinutes(10).plusSeconds(1));

        confirm(ada, token, "much too late now").statusCode(422);
        ada.triesToSignIn().statusCode(200);
    }

    @Test
    void only_the_latest_link_leads_anywhere() {
        var ada = people.with(Role.AUTHOR);
        var first = mailedToken(ada);
        var second = mailedToken(ada);

        confirm(ada, first, "by the first link").statusCode(422);
        confirm(ada, second, "by the second link").statusCode(204);
    }

    @Test
    void only_the_hash_of_a_link_is_stored() {
        var ada = people.with(Role.AUTHOR);
        var token = mailedToken(ada);

        var row = entities.createNativeQuery(
                        "select hash || ' ' || detail from one_time_secret where user_id = " + ada.id(), String.class)
                .getSingleResult()
                .toString();

        assertThat(row).matches("[0-9a-f]{64} [0-9a-f]{64}").doesNotContain(token.substring(7, 30));
    }

    @Test
    void the_link_leads_where_the_site_says_whatever_the_request_says() {
        var ada = people.with(Role.AUTHOR);
        mailbox.clear();

        ada.asking()
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .body(Map.of("email", ada.email()))
                .post(RESET)
                .then()
                .statusCode(204);

        assertThat(sentTo(ada).getText()).doesNotContain("evil").contains("/reset-password?token=");
        ada.asking()
                .body(Map.of("email", ada.email(), "resetUrl", "https://evil.example"))
                .post(RESET)
                .then()
                .statusCode(400);
    }

    @Test
    void a_password_that_breaks_a_rule_leaves_the_link_alive() {
        var ada = people.with(Role.AUTHOR);
        var token = mailedToken(ada);

        confirm(ada, token, "short").statusCode(422).body("errors.pointer", is(List.of("/password")));

        confirm(ada, token, "long enough for all").statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "mh_rst_", "mh_rst_000000000000000000000000000000000000", "' or 1=1"})
    void junk_is_no_link(String junk) {
        confirm(people.with(Role.SUBSCRIBER), junk, "long enough for all").statusCode(422);
    }

    private String mailedToken(Person person) {
        var link = LINK.matcher(mailTo(person).getText());
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    private Mail mailTo(Person person) {
        mailbox.clear();
        request(person, person.email()).statusCode(204);
        return sentTo(person);
    }

    private Mail sentTo(Person person) {
        await().until(() -> !mailbox.getMailsSentTo(person.email()).isEmpty());
        jobs.runDue();
        return mailbox.getMailsSentTo(person.email()).get(0);
    }

    private ValidatableResponse request(Person person, String email) {
        return person.asking().body(Map.of("email", email)).post(RESET).then();
    }

    private ValidatableResponse confirm(Person person, String token, String password) {
        return person.asking()
                .body(Map.of("token", token, "password", password))
                .post(RESET + "/confirm")
                .then();
    }
}
