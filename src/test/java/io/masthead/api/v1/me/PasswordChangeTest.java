package io.masthead.api.v1.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.AuditLog;
import io.masthead.testsupport.AuditLog.AuditRecord;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.People;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gives an account another password or e-mail address, and what follows from it. */
@QuarkusTest
class PasswordChangeTest {

    private static final String ME = "/api/v1/me";
    private static final String USERS = "/api/v1/users";

    private final People people = new People();
    private final Tokens tokens = new Tokens();

    private final String chosen = Blog.unique("another one ");

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_change_ends_every_session_the_own_one_included() {
        var ada = people.with(Role.AUTHOR);
        var one = ada.signsIn();
        var other = ada.signsIn();
        var link = link(ada.id());

        change(ada, one, ada.password(), chosen).statusCode(204);

        for (var session : List.of(one, other)) {
            ada.asking(session.accessToken()).get(ME).then().statusCode(401);
            ada.refreshes(session.refreshToken()).statusCode(401);
        }
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isEmpty();
        ada.triesToSignIn().statusCode(401);
        ada.triesToSignInWith(chosen).statusCode(200);
        assertThat(actions(ada.id())).containsOnlyOnce("password_changed");
    }

    @Test
    void the_present_password_is_asked_for() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();

        refused(change(ada, session, null, chosen), "/currentPassword", "required");
        refused(change(ada, session, "", chosen), "/currentPassword", "required");
        refused(change(ada, session, "not it at all", chosen), "/currentPassword", "wrong");
        refused(change(ada, session, ada.password() + " ", chosen), "/currentPassword", "wrong");

        ada.asking(session.accessToken()).get(ME).then().statusCode(200);
        ada.triesToSignIn().statusCode(200);
        assertThat(actions(ada.id())).doesNotContain("password_changed");
    }

    @Test
    void a_session_is_not_enough_to_guess_the_password() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        for (int i = 0; i < 5; i++) {
            refused(change(ada, session, "guess " + i, chosen), "/currentPassword", "wrong");
            refused(
                    patch(ada, session, Map.of("email", "x@example.org", "currentPassword", "guess " + i)),
                    "/currentPassword",
                    "wrong");
        }
        change(ada, session, ada.password(), chosen).statusCode(429).body("code", is("too_many_attempts"));
        ada.triesToSignInWith("guess").statusCode(429);
        patch(ada, session, Map.of("name", "Renamed")).statusCode(200);
    }

    @Test
    void a_new_password_keeps_the_rules_and_changes_nothing_where_it_does_not() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();

        refused(change(ada, session, ada.password(), "short"), "/newPassword", "too_short");
        refused(change(ada, session, ada.password(), "a".repeat(257)), "/newPassword", "too_long");
        refused(change(ada, session, ada.password(), ""), "/newPassword", "required");
        refused(change(ada, session, ada.password(), ada.login()), "/newPassword", "same_as_account");
        refused(change(ada, session, ada.password(), ada.email()), "/newPassword", "same_as_account");

        ada.triesToSignIn().statusCode(200);
    }

    @DisabledOnIntegrationTest("Who signs in there has a password.")
    @Test
    void who_has_no_password_gets_one_without_being_asked_for_another() {
        var account = Account.ofRole("author");
        var session = tokens.scoped(account.id(), Scope.values());
        Blog.of(session)
                .asking()
                .body(Map.of("newPassword", chosen))
                .post(ME + "/password")
                .then()
                .statusCode(204);
        signIn(account, chosen).statusCode(200);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void another_address_takes_the_password_too() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        var link = link(ada.id());
        var address = Blog.unique("new.") + "@example.org";

        refused(patch(ada, session, Map.of("email", address)), "/currentPassword", "required");
        refused(
                patch(ada, session, Map.of("email", address, "currentPassword", "not it")),
                "/currentPassword",
                "wrong");
        patch(ada, session, Map.of("name", "Renamed")).statusCode(200).body("email", is(ada.email()));
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isPresent();

        patch(ada, session, Map.of("email", address, "currentPassword", ada.password()))
                .statusCode(200)
                .body("email", is(address));
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isEmpty();
        assertThat(actions(ada.id())).contains("email_changed");
        ada.asking(session.accessToken()).get(ME).then().statusCode(200);
    }

    @Test
    void an_administrator_gives_a_new_user_a_password_and_nobody_is_shown_it() {
        var account = Account.with(Map.of("password", chosen));
        assertThat(account.answer().asString()).doesNotContain(chosen, "assword");
        signIn(account, chosen).statusCode(200);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void a_password_by_an_administrator_ends_every_session() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        var link = link(ada.id());

        byAdministrator(ada.id(), Map.of("password", chosen)).statusCode(200).body("name", not(is(chosen)));

        ada.asking(session.accessToken()).get(ME).then().statusCode(401);
        ada.refreshes(session.refreshToken()).statusCode(401);
        assertThat(InProcess.bean(OneTimeTokens.class).peek(SecretFormat.RESET, link))
                .isEmpty();
        ada.triesToSignIn().statusCode(401);
        ada.triesToSignInWith(chosen).statusCode(200);
    }

    @Test
    void what_is_refused_beside_a_password_leaves_the_old_one() {
        var ada = people.with(Role.AUTHOR);
        for (var body : List.of(
                Map.of("password", "short"),
                Map.of("password", ada.login()),
                Map.of("password", chosen, "website", "nonsense"))) {
            byAdministrator(ada.id(), body).statusCode(422);
        }
        ada.triesToSignIn().statusCode(200);
        var body = Account.body(Map.of("password", "short"));
        Blog.ofAdministrator()
                .asking()
                .body(body)
                .post(USERS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/password"));
        Account.with(Map.of("login", body.get("login"), "password", chosen));
    }

    @Test
    void who_is_suspended_signs_in_by_no_password() {
        var ada = people.with(Role.AUTHOR);
        var session = ada.signsIn();
        byAdministrator(ada.id(), Map.of("suspended", true)).statusCode(200);
        ada.asking(session.accessToken()).get(ME).then().statusCode(401);
        ada.refreshes(session.refreshToken()).statusCode(401);
        ada.triesToSignIn().statusCode(401);
        byAdministrator(ada.id(), Map.of("suspended", false)).statusCode(200);
        ada.asking(session.accessToken()).get(ME).then().statusCode(401);
        ada.triesToSignIn().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_sets_the_password_of_another(Role role) {
        var ada = people.with(Role.SUBSCRIBER);
        tokens.as(role)
                .body(Map.of("password", chosen))
                .patch(USERS + "/" + ada.id())
                .then()
                .statusCode(403);
        ada.triesToSignIn().statusCode(200);
    }

    private static ValidatableResponse change(
            People.Person person, People.SignedIn session, String current, String next) {
        var body = new HashMap<String, Object>();
        body.put("currentPassword", current);
        body.put("newPassword", next);
        return person.asking(session.accessToken())
                .body(body)
                .post(ME + "/password")
                .then();
    }

    private static ValidatableResponse patch(People.Person person, People.SignedIn session, Map<String, ?> body) {
        return person.asking(session.accessToken()).body(body).patch(ME).then();
    }

    private static ValidatableResponse byAdministrator(long userId, Map<String, ?> body) {
        return Blog.ofAdministrator()
                .asking()
                .body(body)
                .patch(USERS + "/" + userId)
                .then();
    }

    private static ValidatableResponse signIn(Account account, String password) {
        return Reader.guest()
                .asking()
                .body(Map.of("login", account.answer().<String>path("account.login"), "password", password))
                .post("/api/v1/auth/login")
                .then();
    }

    private static void refused(ValidatableResponse answer, String pointer, String code) {
        answer.statusCode(422).body("errors.pointer", contains(pointer), "errors.code", contains(code));
    }

    private String link(long userId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(OneTimeTokens.class)
                        .issue(SecretFormat.RESET, userId, "", Duration.ofMinutes(10)));
    }

    /** Since the user was made, with a password. */
    private List<String> actions(long userId) {
        return AuditLog.of(userId).stream().map(AuditRecord::action).skip(2).toList();
    }
}
