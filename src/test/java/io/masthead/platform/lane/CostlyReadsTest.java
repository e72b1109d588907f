package io.masthead.platform.lane;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many searches run, on either API, all other requests are answered. */
@QuarkusTest
class CostlyReadsTest {

    private static final String WP = "/wp-json/wp/v2/";

    @Inject
    CostlyReads reads;

    private final CountDownLatch end = new CountDownLatch(1);
    private ExecutorService threads;

    @BeforeEach
    void takeEveryTurn() throws InterruptedException {
        int atOnce = reads.lane().atOnce();
        threads = Executors.newCachedThreadPool();
        var inside = new CountDownLatch(atOnce);
        for (int turn = 0; turn < atOnce; turn++) {
            threads.execute(() -> keepTurn(inside));
        }
        inside.await();
    }

    private void keepTurn(CountDownLatch inside) {
        try {
            reads.lane().run(() -> {
                inside.countDown();
                end.await();
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void leave() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void costly_reads_are_refused_in_the_format_of_the_surface_when_the_lane_is_full() throws Exception {
        var blog = Blog.ofAdministrator();
        var category = blog.category(Blog.unique("Searched "));
        var revisions = WP + "posts/" + blog.draft(Blog.unique("A")).write().id() + "/revisions";
        var nativeOnes = Stream.of(
                        "posts?search=a",
                        "posts?search=zzz&count=true&fields=id",
                        "posts?category=" + category.slug() + "&search=a",
                        "posts?category=-" + category.slug() + "&count=true",
                        "posts?author=-nobody&count=true",
                        "posts?page=51",
                        "posts?limit=51&include=content",
                        "pages?search=a",
                        "categories?search=a",
                        "tags?search=a",
                        "users?search=a",
                        "media?search=a",
                        "comments?search=a",
                        "comments?page=51")
                .map(list -> "/api/v1/" + list);
        var wordPressOnes = Stream.of(
                WP + "posts?search=a",
                WP + "posts?offset=1000",
                WP + "posts?per_page=51",
                WP + "posts?per_page=26&_embed",
                WP + "comments?per_page=100",
                WP + "posts?per_page=1e2",
                WP + "posts?per_page=0052.0",
                WP + "posts?per_page=100&search=a",
                WP + "posts?categories_exclude=" + category.id(),
                WP + "posts?author_exclude=1",
                WP + "pages?parent_exclude=1",
                WP + "pages?search=a",
                WP + "categories?search=a",
                WP + "tags?search=a",
                WP + "users?search=a",
                WP + "media?search=a",
                WP + "comments?search=a",
                WP + "search?search=a",
                WP + "search?search=a&type=term",
                revisions + "?search=a",
                "/?rest_route=/wp/v2/posts&search=a");
        var feeds = Stream.of(
                "/?feed=rss2&s=a",
                "/?feed=atom&s=a",
                "/feed/?s=a",
                "/feed/atom/?s=a",
                "/?feed=rss2&cat=" + category.id() + "&s=a");

        var answers = askAll(Stream.of(nativeOnes, wordPressOnes, feeds).flatMap(all -> all));

        answers.forEach((address, answer) -> {
            assertThat(answer.statusCode()).as(address).isEqualTo(503);
            assertThat(answer.header("Retry-After")).as(address).isEqualTo("5");
            assertThat(answer.header("Cache-Control")).as(address).contains("no-store");
            if (address.contains("wp")) {
                assertThat(answer.path("code").toString()).as(address).isEqualTo("rest_unavailable");
            } else {
                assertThat(answer.contentType()).as(address).startsWith("application/problem+json");
            }
        });
    }

    @Test
    void all_other_reads_are_answered_meanwhile() {
        for (var address : List.of(
                "/api/v1/posts?count=true",
                "/api/v1/posts?page=2",
                "/api/v1/posts?limit=100",
                "/api/v1/posts?limit=50&include=content",
                WP + "posts?per_page=50",
                WP + "categories?per_page=100",
                WP + "posts?per_page=25&_embed",
                "/api/v1/categories",
                "/api/v1/comments?count=true",
                WP + "posts",
                WP + "posts?exclude=1",
                WP + "posts?author=1",
                WP + "pages?parent=0",
                WP + "posts?search=",
                WP + "categories?search=",
                WP + "search",
                "/feed/",
                "/feed/?s=",
                "/?feed=rss2")) {
            given().get(address).then().statusCode(200);
        }
    }

    @Test
    void a_search_of_much_at_once_takes_one_turn() {
        end.countDown();
        given().get(WP + "posts?search=a&per_page=100").then().statusCode(200);
    }

    @Test
    void a_search_that_waited_is_answered_when_its_turn_comes() throws Exception {
        var waiting = threads.submit(() -> given().get("/api/v1/posts?search=a").statusCode());
        await().until(() -> reads.lane().waiting() == 1);
        end.countDown();

        assertThat(waiting.get()).isEqualTo(200);
    }

    private Map<String, Response> askAll(Stream<String> addresses) throws Exception {
        var asking = new LinkedHashMap<String, Future<Response>>();
        addresses.forEach(address -> asking.put(address, threads.submit(() -> ask(address))));
        var answers = new LinkedHashMap<String, Response>();
        for (var asked : asking.entrySet()) {
            answers.put(asked.getKey(), asked.getValue().get());
        }
        return answers;
    }

    private static Response ask(String address) {
        return Blog.ofAdministrator().asking().get(address);
    }
}
