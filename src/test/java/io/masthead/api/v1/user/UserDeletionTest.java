package io.masthead.api.v1.user;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.AuditLog;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.InProcess;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.testsupport.Uploads;
import io.masthead.user.UserService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of what somebody wrote who is deleted. */
@OnBothDatabases
@QuarkusTest
class UserDeletionTest {

    private static final String USERS = "/api/v1/users";

    private final Tokens tokens = new Tokens();
    private final TestClock clock = new TestClock();

    private final Blog admin = Blog.ofAdministrator();
    private Account leaver;
    private String token;
    private Blog.Term category;
    private Blog.Content published;
    private Blog.Content draft;
    private Blog.Content scheduled;
    private Blog.Content page;
    private long file;

    @BeforeEach
    void somebody_who_has_written() {
        leaver = Account.ofRole("editor");
        token = tokens.scoped(leaver.id(), Scope.values());
        category = admin.category(unique("Ships "));
        var blog = Blog.of(token);
        published = blog.published(unique("Out ")).in(category).write();
        draft = blog.draft(unique("Draft ")).in(category).write();
        scheduled = blog.draft(unique("Later "))
                .with("status", "scheduled")
                .with("publishedAt", clock.instant().plus(Duration.ofDays(1)).toString())
                .write();
        page = blog.page(unique("Page ")).with("status", "published").write();
        file = new Uploads().add(unique("File "), "image/png", leaver.id(), null);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void what_was_written_is_given_to_another_as_it_is() {
        var heir = Account.ofRole("author");
        given().get(heir.path()).then().statusCode(404);
        leaver.delete("reassignTo=" + heir.id()).then().statusCode(204);

        for (var content : List.of(published, draft, scheduled, page)) {
            admin.asking()
                    .get(content.path())
                    .then()
                    .statusCode(200)
                    .body(
                            "author.id", is((int) heir.id()),
                            "status", is(content.json().getString("status")),
                            "slug", is(content.slug()));
            admin.asking()
                    .header("If-Match", content.etag())
                    .body(Map.of("title", "Lost update"))
                    .patch(content.path())
                    .then()
                    .statusCode(412);
        }
        given().get("/api/v1/media/" + file).then().body("author.id", is((int) heir.id()));
        given().get("/api/v1/posts/by-slug/" + published.slug()).then().statusCode(200);
        given().queryParam("author", heir.slug()).get("/api/v1/posts").then().body("items.id", contains((int)
                published.id()));
        given().get("/api/v1/categories/" + category.id()).then().body("postCount", is(1));
        assertThat(jobsOf(scheduled)).isEqualTo(1);
        given().get(heir.path()).then().statusCode(200);
        assertThat(publishedCount(heir)).isEqualTo(2);
        assertThat(auditRecords()).contains("deleted content given to user " + heir.id());
        // The counts go on from there.
        admin.asking().delete(published.path()).then().statusCode(200);
        assertThat(publishedCount(heir)).isEqualTo(1);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void what_was_written_goes_to_the_trash_under_who_deletes() {
        var before = publishedCount(1);
        var buried = Blog.of(token).draft(unique("Buried ")).write();
        admin.asking().delete(buried.path()).then().statusCode(200);
        leaver.delete("content=trash").then().statusCode(204);

        for (var content : List.of(published, draft, scheduled, page, buried)) {
            admin.asking().get(content.path()).then().statusCode(200).body("author.id", is(1), "status", is("trashed"));
            given().get(content.path()).then().statusCode(404);
        }
        given().get("/api/v1/media/" + file).then().body("author.id", is(1));
        given().get("/api/v1/categories/" + category.id()).then().body("postCount", is(0));
        assertThat(jobsOf(scheduled)).isZero();
        assertThat(publishedCount(1)).isEqualTo(before);
        assertThat(auditRecords()).contains("deleted content trashed");
        // The address is free, and what is restored takes the next one.
        var other = admin.published("Other").with("slug", published.slug()).write();
        admin.asking()
                .post(published.path() + "/restore")
                .then()
                .statusCode(200)
                .body(
                        "status", is("published"),
                        "slug", is(other.slug() + "-2"),
                        "author.id", is(1));
        assertThat(publishedCount(1)).isEqualTo(before + 2);
        given().get("/api/v1/categories/" + category.id()).then().body("postCount", is(1));
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void comments_stay_with_the_name_they_show_and_without_the_account() {
        var post = admin.published(unique("Talk ")).write();
        var said = says(post, "I was here");
        var nameless = says(post, "So was I").<Integer>path("id");
        QuarkusTransaction.requiringNew()
                .run(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery("update comment set author_name = '' where id =" + " :id")
                        .setParameter("id", nameless)
                        .executeUpdate());
        leaver.change(Map.of("email", unique("later.") + "@example.org", "name", "Renamed"))
                .then()
                .statusCode(200);
        leaver.delete("content=trash").then().statusCode(204);

        given().get(post.path() + "/comments")
                .then()
                .body(
                        "items.author.name", containsInAnyOrder(leaver.name(), "Renamed"),
                        "items.author.id", contains(nullValue(), nullValue()));
        var comment = "/api/v1/comments/" + said.<Integer>path("id");
        admin.asking()
                .get(comment)
                .then()
                .body(
                        "author.id", nullValue(),
                        "author.name", is(leaver.name()),
                        "author.email", is(leaver.answer().<String>path("account.email")));
        admin.asking()
                .header("If-Match", said.header("ETag"))
                .body(Map.of("status", "spam"))
                .patch(comment)
                .then()
                .statusCode(412);
    }

    @Test
    void nothing_leads_to_who_is_gone_and_nothing_lets_them_in() {
        var old = leaver.slug();
        var next = unique("next-");
        leaver.change(Map.of("slug", next)).then().statusCode(200);
        with().get("/api/v1/me").then().statusCode(200);
        leaver.delete("content=trash").then().statusCode(204);

        with().get("/api/v1/me").then().statusCode(401);
        with().body(Map.of("title", "x")).post("/api/v1/posts").then().statusCode(401);
        admin.asking().get(leaver.path()).then().statusCode(404);
        for (var slug : List.of(old, next)) {
            admin.asking().get(USERS + "/by-slug/" + slug).then().statusCode(404);
        }
        leaver.delete("content=trash").then().statusCode(404).body("code", is("user_not_found"));
        leaver.change(Map.of("name", "Ghost")).then().statusCode(404);
        // Everything that was unique is free again.
        var again = Account.with(Map.of(
                "login", leaver.answer().<String>path("account.login"),
                "email", leaver.answer().<String>path("account.email"),
                "slug", old));
        assertThat(again.id()).isNotEqualTo(leaver.id());
    }

    @Test
    void who_deletes_says_what_becomes_of_the_content() {
        admin.asking()
                .delete(leaver.path() + "?content=trash")
                .then()
                .statusCode(422)
                .body("code", is("permanent_required"), "errors.parameter", contains("permanent"));
        leaver.delete("permanent=true").then().statusCode(400);
        for (var choice : List.of("", "&content=trash&reassignTo=1")) {
            admin.asking()
                    .delete(leaver.path() + "?permanent=true" + choice)
                    .then()
                    .statusCode(422)
                    .body(
                            "code", is("user_content_undecided"),
                            "errors.parameter", containsInAnyOrder("reassignTo", "content"));
        }
        stays();
    }

    @ParameterizedTest
    @CsvSource({
        "reassignTo=0,          400, reassignTo",
        "reassignTo=x,          400, reassignTo",
        "reassignTo=-1,         400, reassignTo",
        "reassignTo=999999999,  422, reassignTo",
        "reassignTo=OWN,        422, reassignTo",
        "reassignTo=1&reassignTo=2, 400, reassignTo",
        "reassign=1,            400, reassign",
        "content=delete,        400, content",
        "content=,              400, content",
        "reassignTo=,           400, reassignTo",
    })
    void nobody_is_given_it_who_cannot_have_it(String choice, int status, String parameter) {
        leaver.delete(choice.replace("OWN", Long.toString(leaver.id())))
                .then()
                .statusCode(status)
                .body("errors.parameter", contains(parameter));
        stays();
    }

    @Test
    void of_several_at_once_one_deletes() throws Exception {
        var heir = Account.ofRole("author");
        var parameters = List.of("content=trash", "reassignTo=" + heir.id());
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            var parameter = parameters.get(i % 2);
            calls.add(() -> leaver.delete(parameter).statusCode());
        }
        var threads = Executors.newFixedThreadPool(calls.size());
        var answers = new ArrayList<Integer>();
        try {
            for (var call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 404);
        assertThat(auditRecords())
                .filteredOn(record -> record.startsWith("deleted"))
                .hasSize(1);
    }

    @DisabledOnIntegrationTest("It looks into the server.")
    @Test
    void more_content_than_is_trashed_at_a_time_is_trashed_whole() {
        QuarkusTransaction.requiringNew()
                .run(() -> InProcess.bean(EntityManager.class)
                        .createNativeQuery("insert into post (id, version, type, status,"
                                + " title, title_key, excerpt, author_id,"
                                + " sort_at, created_at, updated_at,"
                                + " comments_open, pings_open, sticky, format,"
                                + " template, guid, menu_order, custom_fields,"
                                + " comment_count) select"
                                + " nextval('content_id_seq'), 0, type, status,"
                                + " title, title_key, excerpt, author_id,"
                                + " sort_at, created_at, updated_at,"
                                + " comments_open, pings_open, sticky, format,"
                                + " template, guid, menu_order, custom_fields,"
                                + " 0 from post, (values (1), (2), (3), (4),"
                                + " (5), (6), (7), (8), (9), (10)) a(x),"
                                + " (values (1), (2), (3), (4), (5), (6), (7),"
                                + " (8), (9), (10), (11), (12), (13), (14),"
                                + " (15), (16), (17), (18), (19), (20), (21))"
                                + " b(y) where id = :draft")
                        .setParameter("draft", draft.id())
                        .executeUpdate());
        leaver.delete("content=trash").then().statusCode(204);
        var left = InProcess.bean(EntityManager.class)
                .createNativeQuery(
                        "select count(*) from post where title = :title"
                                + " and (status <> 'TRASHED' or author_id <> 1)",
                        Long.class)
                .setParameter("title", draft.json().getString("title"))
                .getSingleResult();
        assertThat(left).isEqualTo(0L);
    }

    private ExtractableResponse<Response> says(Blog.Content post, String text) {
        return with().body(Map.of("text", text))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .extract();
    }

    private void stays() {
        leaver.read().then().statusCode(200);
        given().get(published.path()).then().body("author.id", is((int) leaver.id()));
    }

    private RequestSpecification with() {
        return given().auth().preemptive().oauth2(token).contentType(ContentType.JSON);
    }

    private List<String> auditRecords() {
        return AuditLog.of(leaver.id()).stream()
                .map(entry -> entry.action() + " " + entry.reason())
                .toList();
    }

    private int publishedCount(Account person) {
        return publishedCount(person.id());
    }

    private int publishedCount(long userId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(UserService.class)
                        .find(userId)
                        .orElseThrow()
                        .publishedCount());
    }

    private long jobsOf(Blog.Content content) {
        return (Long) InProcess.bean(EntityManager.class)
                .createNativeQuery(
                        "select count(*) from job where subject_id = :id" + " and kind = 'post.publish'", Long.class)
                .setParameter("id", content.id())
                .getSingleResult();
    }
}
