package io.masthead.api.v1.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.People;
import io.masthead.testsupport.People.Person;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
@QuarkusTest
class AuditResourceTest {

    private static final String AUDIT = "/api/v1/audit";

    private final People people = new People();
    private final Tokens tokens = new Tokens();
    private final TestClock clock = new TestClock();

    private final Blog blog = Blog.ofAdministrator();
    private Person ada;
    private Instant since;

    @BeforeEach
    void somebody() {
        ada = people.with(Role.AUTHOR);
        since = clock.instant();
    }

    @AfterEach
    void put_right() {
        clock.putRight();
    }

    @Test
    void guests_are_asked_to_sign_in() {
        given().get(AUDIT).then().statusCode(401).body("code", is("unauthenticated"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_administrators_read_it(Role role) {
        var answer = tokens.as(role).get(AUDIT + "?limit=1").then();
        if (role == Role.ADMINISTRATOR) {
            answer.statusCode(200).header("Cache-Control", containsString("no-store"));
        } else {
            answer.statusCode(403).body("code", is("forbidden")).body("$", not(hasKey("items")));
        }
    }

    @Test
    void a_token_needs_the_scope() {
        given().auth()
                .oauth2(tokens.scoped(Role.ADMINISTRATOR, Scope.AUDIT_READ))
                .get(AUDIT)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(tokens.scoped(Role.ADMINISTRATOR, Scope.USERS_WRITE, Scope.SETTINGS_WRITE))
                .get(AUDIT)
                .then()
                .statusCode(403);
    }

    @Test
    void sign_ins_and_failures_are_told_latest_first_with_their_address() {
        ada.triesToSignInWith("not it").statusCode(401);
        ada.signsIn();

        var id = (int) ada.id();
        about(ada)
                .body("items.action", contains("signed_in", "sign_in_failed"))
                .body("items.actorId", contains(id, null))
                .body("items.subjectKind", contains("user", "user"))
                .body("items.subjectId", contains(id, id))
                .body("items.cause", contains("password", "password"))
                .body("items.reason", contains("", ""))
                .body("items.address", contains(ada.address(), ada.address()));
    }

    @Test
    void a_failure_at_an_account_that_does_not_exist_names_nobody() {
        var from = clock.instant();
        var guesser = Reader.guest();
        var login = Blog.unique("nobody");
        guesser.asking()
                .body(Map.of("login", login, "password", "whatever it was"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401);

        audit("?action=sign_in_failed&limit=100&from=" + from)
                .body("items.find { it.address == '%s' }.subjectId".formatted(guesser.address()), nullValue())
                .body("items.find { it.address == '%s' }.actorId".formatted(guesser.address()), nullValue())
                .body("items.address", hasItem(guesser.address()))
                .body(not(containsString(login)));
    }

    @Test
    void nothing_secret_stands_in_it() {
        ada.triesToSignInWith("wrong password of Ada").statusCode(401);
        var signedIn = ada.signsIn();
        String next =
                ada.refreshes(signedIn.refreshToken()).statusCode(200).extract().path("refreshToken");
        ada.refreshes(next).statusCode(200);
        ada.refreshes(signedIn.refreshToken()).statusCode(401);
        ada.asking()
                .body(Map.of("email", ada.email()))
                .post("/api/v1/auth/password-reset")
                .then()
                .statusCode(204);

        var entries = about(ada).body("items", hasSize(greaterThanOrEqualTo(3)));
        for (var secret : List.of(
                ada.login(),
                ada.password(),
                "wrong password of Ada",
                "@",
                signedIn.accessToken(),
                signedIn.refreshToken(),
                "mh_",
                "$argon2")) {
            entries.body(not(containsString(secret)));
        }
    }

    @Test
    void what_an_administrator_does_is_found_by_either_of_the_two() {
        for (var id : List.of(people.with(Role.AUTHOR).id(), ada.id())) {
            blog.asking()
                    .body(Map.of("role", "editor"))
                    .patch("/api/v1/users/" + id)
                    .then()
                    .statusCode(200);
        }

        about(ada)
                .body("items[0].action", is("role_changed"))
                .body("items[0].actorId", is(1))
                .body("items[0].address", nullValue());
        audit("?actor=1&user=%d&from=%s".formatted(ada.id(), since)).body("items.action", contains("role_changed"));
        audit("?actor=%d&user=%d".formatted(ada.id(), ada.id())).body("items", empty());
        audit("?actor=1&action=role_changed").body("items.subjectId", hasItem((int) ada.id()));
    }

    @Test
    void it_is_narrowed_by_subject_and_action() {
        ada.triesToSignInWith("not it").statusCode(401);
        ada.signsIn();
        var post = blog.published(Blog.unique("Talk")).write();
        var said = Reader.guest().says("Hello there").storedOn(post);
        blog.asking().body(Map.of("status", "spam")).patch(said.path()).then().statusCode(200);

        audit("?subject=comment&actor=1&limit=100")
                .body("items.subjectKind", everyItem(is("comment")))
                .body("items.subjectId", hasItem((int) said.id()));
        audit("?subject=comment&user=" + ada.id()).body("items", empty());
        audit("?action=signed_in&user=" + ada.id()).body("items.action", contains("signed_in"));
        audit("?action=signed_in,sign_in_failed&user=" + ada.id()).body("items", hasSize(2));
        audit("?action=nobody_did_this").body("items", empty());
        audit("?subject=nothing_like_it").body("items", empty());
        audit("?user=999999999").body("items", empty());
    }

    @Test
    void who_changed_a_post_is_told_with_its_status_before_and_after() {
        var post = Blog.ofAdministrator().draft("Told").write();
        Blog.ofAdministrator()
                .asking()
                .body(Map.of("status", "published"))
                .patch(post.path())
                .then()
                .statusCode(200);

        await().untilAsserted(() -> Blog.ofAdministrator()
                .asking()
                .get(AUDIT + "?subject=post&limit=100")
                .then()
                .body(
                        "items.findAll { it.subjectId == %d }.action".formatted(post.id()),
                        contains("updated", "created"),
                        "items.findAll { it.subjectId == %d }.statusBefore".formatted(post.id()),
                        contains("draft", null),
                        "items.findAll { it.subjectId == %d }.statusAfter".formatted(post.id()),
                        contains("published", "draft"),
                        "items.findAll { it.subjectId == %d }.actorId".formatted(post.id()),
                        contains(1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"categories, category", "tags, tag"})
    void who_changed_a_term_is_told(String path, String subject) {
        var made = Blog.ofAdministrator()
                .asking()
                .body(Map.of("name", Blog.unique("Told")))
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        Blog.ofAdministrator()
                .asking()
                .delete("/api/v1/" + path + "/" + made + "?permanent=true")
                .then()
                .statusCode(204);

        await().untilAsserted(() -> Blog.ofAdministrator()
                .asking()
                .get(AUDIT + "?limit=100&subject=" + subject)
                .then()
                .body("items.findAll { it.subjectId == %d }.action".formatted(made), contains("deleted", "created")));
    }

    @Test
    void what_only_follows_from_another_change_is_not_told() {
        var category = Blog.ofAdministrator().category(Blog.unique("Goes"));
        var post = Blog.ofAdministrator().published("Stays").in(category).write();
        Blog.ofAdministrator()
                .asking()
                .delete("/api/v1/categories/" + category.id() + "?permanent=true")
                .then()
                .statusCode(204);

        await().untilAsserted(() -> Blog.ofAdministrator()
                .asking()
                .get(AUDIT + "?subject=category&limit=100")
                .then()
                .body(
                        "items.findAll { it.subjectId == %d }.action".formatted(category.id()),
                        contains("deleted", "created")));
        Blog.ofAdministrator()
                .asking()
                .get(AUDIT + "?subject=post&limit=100")
                .then()
                .body("items.findAll { it.subjectId == %d }.action".formatted(post.id()), contains("created"));
    }

    @DisabledOnIntegrationTest("It moves the clock.")
    @Test
    void it_is_narrowed_by_time() {
        ada.signsIn();
        clock.putForward(Duration.ofHours(1));
        var between = clock.instant();
        clock.putForward(Duration.ofHours(2));
        ada.triesToSignInWith("not it").statusCode(401);

        audit("?user=%d&from=%s".formatted(ada.id(), between)).body("items.action", contains("sign_in_failed"));
        audit("?user=%d&from=%s&until=%s".formatted(ada.id(), since, between))
                .body("items.action", contains("signed_in"));
        audit("?user=%d&from=%s&until=%s".formatted(ada.id(), between, between)).body("items", empty());
    }

    @Test
    void pages_follow_each_other_without_repeats_while_more_is_done() {
        for (int i = 0; i < 5; i++) {
            ada.triesToSignInWith("not it").statusCode(401);
        }
        var all = about(ada).extract().<List<Integer>>path("items.id");
        var query = "?limit=2&count=true&user=%d&from=%s".formatted(ada.id(), since);
        var first = audit(query).body("page.total", is(5)).extract();
        ada.triesToSignInWith("nor that").statusCode(401);

        var read = new ArrayList<>(first.<List<Integer>>path("items.id"));
        var next = first.<String>path("page.next");
        String before = null;
        while (next != null) {
            var page = audit(query + "&cursor=" + next).extract();
            read.addAll(page.<List<Integer>>path("items.id"));
            before = page.path("page.prev");
            next = page.path("page.next");
        }

        assertThat(read).isEqualTo(all).doesNotHaveDuplicates();
        audit(query + "&cursor=" + before).body("items.id", contains(all.get(2), all.get(3)));
        audit(query + "&page=2").body("items", hasSize(2));
        audit("?user=1&limit=2&cursor=" + first.<String>path("page.next"), 400)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void fields_narrow_the_answer() {
        ada.signsIn();

        audit("?fields=action,at&user=" + ada.id())
                .body("items[0].action", is("signed_in"))
                .body("items[0]", not(hasKey("address")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor=x                  | actor   | invalid_id",
                "actor=0                  | actor   | invalid_id",
                "user=-1                  | user    | invalid_id",
                "user=1,2                 | user    | invalid_id",
                "user=9999999999999999999 | user    | invalid_id",
                "subject=User             | subject | invalid_word",
                "subject=                 | subject | empty_parameter",
                "action=a;drop            | action  | invalid_word",
                "action=signed_in,        | action  | invalid_list",
                "from=yesterday           | from    | invalid_time",
                "until=2026-05-04         | until   | invalid_time",
                "limit=0                  | limit   | out_of_range",
                "cursor=junk              | cursor  | invalid_cursor",
                "email=ada@example.org    | email   | unknown_parameter",
                "address=192.0.2.7        | address | unknown_parameter",
                "sort=at                  | sort    | unknown_parameter",
            })
    void bad_parameters_are_named(String query, String parameter, String code) {
        audit("?" + query, 400).body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
    }

    private ValidatableResponse about(Person person) {
        return audit("?user=%d&from=%s".formatted(person.id(), since));
    }

    private ValidatableResponse audit(String query) {
        return audit(query, 200);
    }

    private ValidatableResponse audit(String query, int status) {
        return blog.asking().get(AUDIT + query).then().statusCode(status);
    }
}
