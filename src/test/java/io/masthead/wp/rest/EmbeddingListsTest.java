package io.masthead.wp.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.masthead.testsupport.Blog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists that embed others wait for each other, and nothing else waits for them. */
@QuarkusTest
class EmbeddingListsTest {

    private static final String WP = "/wp-json/wp/v2/";

    @Inject
    EmbeddingLists lists;

    @Test
    void lists_with_embed_take_turns_and_other_reads_do_not_wait() throws Exception {
        var post = Blog.ofAdministrator().published(Blog.unique("Embedded ")).write();
        var inside = new CountDownLatch(lists.atOnce());
        var end = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        try {
            for (int turn = 0; turn < lists.atOnce(); turn++) {
                threads.execute(() -> lists.pass(() -> keepTurn(inside, end)));
            }
            inside.await();
            // Lists that no other test reads, so that they are not in memory.
            var waiting = Stream.of("posts", "POSTS", "search")
                    .map(list -> WP + list + "?per_page=7&_embed&exclude=" + post.id())
                    .map(list -> threads.submit(() -> given().get(list).statusCode()))
                    .toList();

            await().until(() -> lists.waiting() == waiting.size());
            for (var other : List.of(
                    WP + "posts?per_page=7&exclude=" + post.id(),
                    WP + "posts/" + post.id() + "?_embed",
                    WP + "categories?_embed",
                    "/api/v1/posts?limit=7&include=content,featuredMedia")) {
                assertThat(given().get(other).statusCode()).as(other).isEqualTo(200);
            }
            assertThat(waiting).noneMatch(Future::isDone);

            end.countDown();
            for (var answer : waiting) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            end.countDown();
            threads.shutdown();
        }
    }

    private static Void keepTurn(CountDownLatch inside, CountDownLatch end) {
        inside.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
