package io.masthead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.kernel.Scope;
import io.masthead.testsupport.Account;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.masthead.testsupport.Uploads;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What several clients want of the same things at once, on both surfaces: each of them gets it, or
 * is told why not, and nobody is told that the server failed.
 */
@OnBothDatabases
@QuarkusTest
class ConcurrentWritesTest {

    private static final String WP = "/wp-json/wp/v2/";

    private final Tokens tokens = new Tokens();
    private final Uploads uploads = new Uploads();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @AfterEach
    void putBack() {
        discussion.putBack();
    }

    // --- One thing changed by many
    // ----------------------------------------------------------------

    @Test
    void a_status_for_many_and_changes_of_single_ones_all_succeed() throws Exception {
        var filed = List.of(blog.category(Blog.unique("A ")), blog.category(Blog.unique("B ")));
        var ids = IntStream.range(0, 8)
                .mapToObj(i -> blog.published(Blog.unique("Busy "))
                        .in(filed.get(0), filed.get(1))
                        .write()
                        .id())
                .toList();
        var bulk = rounds(
                4,
                i -> send(
                        "POST",
                        "/api/v1/posts/bulk-status",
                        Map.of("ids", ids, "status", i % 2 == 0 ? "draft" : "published")));
        var writers = new ArrayList<>(List.of(bulk));
        for (int writer = 0; writer < 4; writer++) {
            int first = writer;
            writers.add(rounds(
                    6,
                    i -> send(
                            "PATCH",
                            "/api/v1/posts/" + ids.get((first * 5 + i * 3) % 8),
                            i % 2 == 0 ? Map.of("title", "Busy " + first + "/" + i) : Map.of("status", "published"))));
        }

        assertThat(statuses(atOnce(writers))).hasSize(28).containsOnly(200);
        send("POST", "/api/v1/posts/bulk-status", Map.of("ids", ids, "status", "published"));
        for (var category : filed) {
            RestAssured.get("/api/v1/categories/" + category.id()).then().body("postCount", is(8));
        }
    }

    @Test
    void many_who_change_one_thing_take_turns() throws Exception {
        var media = uploads.picture();
        var term = blog.category(Blog.unique("Turns "));
        var page = blog.page(Blog.unique("Turns ")).write();
        var account = Account.ofRole("author");
        discussion.open();
        var comment = Reader.guest()
                .says("Turns")
                .storedOn(blog.published(Blog.unique("Turns ")).write());
        var writers = new ArrayList<Callable<List<Response>>>();
        for (int writer = 0; writer < 4; writer++) {
            int first = writer;
            writers.add(rounds(7, i -> {
                var said = "By " + first + " in " + i;
                return switch (i % 7) {
                    case 0 -> wp("media/" + media, Map.of("alt_text", said));
                    case 1 -> wp("categories/" + term.id(), Map.of("description", said));
                    case 2 -> wp("pages/" + page.id(), Map.of("title", said));
                    case 3 -> wp("users/" + account.id(), Map.of("description", said));
                    case 4 -> wp("comments/" + comment.id(), Map.of("status", first % 2 == 0 ? "hold" : "1"));
                    case 5 -> send("PATCH", "/api/v1/settings", Map.of("commentsFloodSeconds", 0));
                    default -> send("PATCH", account.path(), Map.of("biography", said));
                };
            }));
        }

        assertThat(statuses(atOnce(writers))).hasSize(28).containsOnly(200);
    }

    // --- One name wanted by many
    // ------------------------------------------------------------------

    @Test
    void one_slug_wanted_by_six_is_numbered() throws Exception {
        for (var kind : List.of("tags", "categories", "posts", "pages")) {
            var slug = Blog.unique("wanted-");
            var answers = atOnce(each(6, i -> wp(kind, called(kind, slug))));

            assertThat(statuses(answers)).as(kind).containsOnly(201);
            assertThat(answers.stream().map(answer -> answer.<String>path("slug")))
                    .as(kind)
                    .containsExactlyInAnyOrder(slug, slug + "-2", slug + "-3", slug + "-4", slug + "-5", slug + "-6");
        }
    }

    @Test
    void one_name_wanted_by_six_is_given_once_and_the_others_are_told_whose_it_is() throws Exception {
        var name = Blog.unique("Only ");
        var answers = atOnce(each(6, i -> wp("tags", Map.of("name", name))));

        assertThat(statuses(answers)).containsOnly(201, 400).containsOnlyOnce(201);
        int id = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .path("id");
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 400).allSatisfy(answer -> {
            assertThat(answer.<String>path("code")).isEqualTo("term_exists");
            assertThat(answer.<Integer>path("data.term_id")).isEqualTo(id);
        });
    }

    @Test
    void one_login_wanted_by_six_is_given_once() throws Exception {
        var login = Blog.unique("wanted.");
        var answers = atOnce(each(6, i -> send("POST", "/api/v1/users", Account.body(Map.of("login", login)))));

        assertThat(statuses(answers)).containsOnly(201, 422).containsOnlyOnce(201);
    }

    // --- Something that goes in that moment
    // -------------------------------------------------------

    @Test
    void who_writes_while_the_account_is_deleted_is_refused() throws Exception {
        discussion.open();
        var post = blog.published(Blog.unique("Discussed ")).write();
        for (int round = 0; round < 2; round++) {
            var leaver = Account.ofRole("author");
            var own = Blog.of(tokens.scoped(leaver.id(), Scope.values()));
            var written = new CountDownLatch(4);
            var writers = new ArrayList<Callable<List<Response>>>();
            for (int writer = 0; writer < 3; writer++) {
                int way = writer;
                writers.add(until401(() -> {
                    var title = Blog.unique("Last ");
                    var answer = switch (way) {
                        case 0 -> own.asking().body(Map.of("title", title)).post("/api/v1/posts");
                        case 1 ->
                            own.asking()
                                    .body(Map.of("title", title, "status", "publish"))
                                    .post(WP + "posts");
                        default ->
                            own.asking()
                                    .body(Map.of("post", post.id(), "content", title))
                                    .post(WP + "comments");
                    };
                    written.countDown();
                    return answer;
                }));
            }
            writers.add(() -> {
                await(written);
                return List.of(blog.asking().delete(leaver.path() + "?permanent=true&reassignTo=" + 1));
            });

            // 403 and 404 are for what had gone to the heir before its writer was answered.
            assertThat(statuses(atOnce(writers)))
                    .isSubsetOf(201, 204, 401, 403, 404)
                    .containsOnlyOnce(204);
        }
    }

    @Test
    void an_account_that_is_given_posts_meanwhile_can_be_deleted() throws Exception {
        for (int round = 0; round < 4; round++) {
            var leaver = Account.ofRole("author");
            var drafts = each(6, i -> send("POST", "/api/v1/posts", Map.of("title", "Given")));
            var ids = atOnce(drafts).stream()
                    .map(answer -> answer.jsonPath().getLong("id"))
                    .toList();
            var given = new CountDownLatch(6);
            var writers = new ArrayList<Callable<List<Response>>>();
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.add(() -> {
                    var answers = new ArrayList<Response>();
                    do {
                        int other = answers.size() % 2;
                        long id = ids.get(number);
                        long author = other == 0 ? leaver.id() : 1;
                        answers.add(
                                number % 2 == 0
                                        ? send("PATCH", "/api/v1/posts/" + id, Map.of("authorId", author))
                                        : wp("posts/" + id, Map.of("author", author)));
                        given.countDown();
                    } while (answers.get(answers.size() - 1).statusCode() < 400 && answers.size() < 200);
                    return answers;
                });
            }
            writers.add(() -> {
                await(given);
                return List.of(blog.asking().delete(leaver.path() + "?permanent=true&reassignTo=1"));
            });

            assertThat(statuses(atOnce(writers))).isSubsetOf(200, 204, 400, 422).containsOnlyOnce(204);
        }
    }

    @Test
    void of_changes_of_one_pattern_at_once_one_wins_for_each_version() throws Exception {
        var path = "/api/v1/patterns/" + blog.pattern(Blog.unique("Shared "), "x");
        var version = blog.asking().get(path).header("ETag");
        var answers = atOnce(each(
                6,
                i -> blog.asking()
                        .header("If-Match", version)
                        .body(Map.of("source", "<p>Text " + i + "</p>"))
                        .patch(path)));

        assertThat(statuses(answers)).containsOnly(200, 412).containsOnlyOnce(200);
        var won = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(blog.asking().get(path).<String>path("source")).isEqualTo(won.<String>path("source"));
    }

    @Test
    void what_refers_to_something_that_is_deleted_meanwhile_is_refused() throws Exception {
        discussion.open();
        for (int round = 0; round < 2; round++) {
            var category = blog.category(Blog.unique("Going "));
            var post = blog.published(Blog.unique("Going ")).write();
            var parent = blog.page(Blog.unique("Going ")).write();
            var filed = Map.of("title", "Filed", "categoryIds", List.of(category.id()));
            var below = Map.of("title", "Below", "parentId", parent.id());
            var writers = new ArrayList<>(List.of(
                    rounds(5, i -> send("POST", "/api/v1/posts", filed)),
                    rounds(5, i -> send("POST", "/api/v1/pages", below)),
                    rounds(5, i -> wp("posts", Map.of("title", "Filed", "categories", List.of(category.id())))),
                    rounds(5, i -> wp("comments", Map.of("post", post.id(), "content", Blog.unique("Said ")))),
                    rounds(5, i -> wp("categories", Map.of("name", Blog.unique("Below "), "parent", category.id())))));
            writers.add(rounds(
                    3,
                    i -> send(
                            "DELETE",
                            switch (i) {
                                        case 0 -> "/api/v1/categories/" + category.id();
                                        case 1 -> parent.path();
                                        default -> post.path();
                                    }
                                    + "?permanent=true",
                            null)));

            var answers = atOnce(writers);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode())
                            .as(answer.asString())
                            .isBetween(200, 499));
            assertThat(statuses(answers)).contains(201, 204);
        }
    }

    /** A new thing of this kind that asks for this slug. */
    private static Map<String, ?> called(String kind, String slug) {
        var name = Blog.unique("Name ");
        return List.of("tags", "categories").contains(kind)
                ? Map.of("name", name, "slug", slug)
                : Map.of("title", name, "slug", slug, "status", "publish");
    }

    // --- How
    // --------------------------------------------------------------------------------------

    private Response wp(String path, Map<String, ?> body) {
        return send("POST", WP + path, body);
    }

    private Response send(String method, String path, Map<String, ?> body) {
        var request = blog.asking().contentType(ContentType.JSON);
        return body == null ? request.request(method, path) : request.body(body).request(method, path);
    }

    private static Callable<List<Response>> rounds(int amount, IntFunction<Response> request) {
        return () -> IntStream.range(0, amount).mapToObj(request).toList();
    }

    private static List<Callable<List<Response>>> each(int amount, IntFunction<Response> request) {
        return IntStream.range(0, amount)
                .<Callable<List<Response>>>mapToObj(i -> () -> List.of(request.apply(i)))
                .toList();
    }

    private static void await(CountDownLatch others) throws InterruptedException {
        assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Callable<List<Response>> until401(Callable<Response> request) {
        return () -> {
            var answers = new ArrayList<Response>();
            do {
                answers.add(request.call());
            } while (answers.get(answers.size() - 1).statusCode() < 400 && answers.size() < 500);
            return answers;
        };
    }

    /** What all of them were answered; they begin together. */
    private static List<Response> atOnce(List<Callable<List<Response>>> clients) throws Exception {
        var barrier = new CyclicBarrier(clients.size());
        var threads = Executors.newFixedThreadPool(clients.size());
        try {
            var answers = new ConcurrentLinkedQueue<Response>();
            var done = new ArrayList<Future<?>>();
            for (var client : clients) {
                done.add(threads.submit(() -> {
                    barrier.await(20, TimeUnit.SECONDS);
                    return answers.addAll(client.call());
                }));
            }
            for (var each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
            return List.copyOf(answers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
