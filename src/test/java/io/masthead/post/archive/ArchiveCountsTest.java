package io.masthead.post.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.People;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.TestClock;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to posts, archives count what lists show. */
@OnBothDatabases
@QuarkusTest
class ArchiveCountsTest {

    private static final String ZONE = "Pacific/Auckland";

    private final Blog blog = Blog.ofAdministrator();
    private final TestClock clock = new TestClock();

    @Inject
    JobRunner runner;

    /** Other tests change posts by SQL. */
    @BeforeEach
    void count_anew() {
        setTimeZone(ZONE);
        setTimeZone("UTC");
    }

    @AfterEach
    void archives_count_what_lists_show() {
        clock.putRight();
        compare();
        setTimeZone("UTC");
        compare();
    }

    @Test
    void every_change_of_a_post_is_counted() {
        var post = dated("published", "1901-01-31T12:00:00Z");
        assertCount(1901, 1, 1);
        change(post, Map.of("publishedAt", "1901-02-01T00:00:00Z"));
        assertCount(1901, 1, 0);
        assertCount(1901, 2, 1);
        change(post, Map.of("status", "draft"));
        assertCount(1901, 2, 0);
        change(post, Map.of("status", "private"));
        assertCount(1901, 2, 0);
        change(post, Map.of("status", "published"));
        assertCount(1901, 2, 1);
        blog.asking().delete(path(post)).then().statusCode(200);
        assertCount(1901, 2, 0);
        blog.asking().post(path(post) + "/restore").then().statusCode(200);
        assertCount(1901, 2, 1);
        blog.asking().delete(path(post) + "?permanent=true").then().statusCode(204);
        assertCount(1901, 2, 0);
    }

    @Test
    void a_count_that_is_stored_takes_one_statement() {
        var post = dated("published", "1905-01-01T12:00:00Z");
        var writing = SentStatements.during(() -> dated("published", "1905-01-02T12:00:00Z"));
        var renaming = SentStatements.during(() -> change(post, Map.of("title", "Renamed")));

        assertThat(writing).filteredOn(sql -> sql.contains("post_month")).hasSize(1);
        assertThat(renaming).isNotEmpty().noneMatch(sql -> sql.contains("post_month"));
    }

    @Test
    void pages_are_not_counted() {
        blog.page("About")
                .with("status", "published")
                .with("publishedAt", "1902-01-01T00:00:00Z")
                .write();
        assertCount(1902, 1, 0);
    }

    @Test
    void a_status_for_many_posts_counts_them_all() {
        var ids = IntStream.range(0, 6)
                .mapToObj(i -> dated("draft", "1903-%02d-15T00:00:00Z".formatted(1 + i % 3)))
                .toList();
        for (var status : List.of("published", "trashed", "published")) {
            blog.asking()
                    .body(Map.of("ids", ids, "status", status))
                    .post("/api/v1/posts/bulk-status")
                    .then()
                    .statusCode(200);
            for (int month = 1; month <= 3; month++) {
                assertCount(1903, month, status.equals("published") ? 2 : 0);
            }
        }
    }

    @Test
    void a_scheduled_post_is_counted_when_it_comes_out() {
        var before = total("");
        blog.draft("Later")
                .with("status", "scheduled")
                .with("publishedAt", Instant.now().plus(Duration.ofHours(1)).toString())
                .write();
        compare();
        clock.putForward(Duration.ofMinutes(61));
        runner.runDue();

        assertThat(total("")).isEqualTo(before + 1);
        compare();
    }

    @Test
    void posts_of_a_deleted_author_are_counted_no_more() {
        var person = new People().with(Role.AUTHOR);
        var own = Blog.of(person.signsIn().accessToken());
        own.published("Own").with("publishedAt", "1904-05-01T00:00:00Z").write();
        assertCount(1904, 5, 1);
        blog.asking()
                .delete("/api/v1/users/" + person.id() + "?permanent=true&content=trash")
                .then()
                .statusCode(204);
        assertCount(1904, 5, 0);
    }

    @Test
    void months_follow_the_time_zone() {
        dated("published", "1999-04-30T23:00:00Z");
        assertCount(1999, 4, 1);
        setTimeZone(ZONE);
        assertCount(1999, 4, 0);
        assertCount(1999, 5, 1);
        dated("published", "1999-05-31T23:00:00Z");
        assertCount(1999, 5, 1);
        assertCount(1999, 6, 1);
        compare();
    }

    @Test
    void writers_at_once_lose_no_count() throws Exception {
        Callable<Void> mover = () -> {
            for (int i = 0; i < 4; i++) {
                setTimeZone(i % 2 == 0 ? ZONE : "UTC");
            }
            return null;
        };
        concurrently(List.of(writer("1911"), writer("1911"), mover));
    }

    /** Writes posts in months that others begin too, and moves them. */
    private Callable<Void> writer(String year) {
        return () -> {
            var ids = new ArrayList<Long>();
            for (int i = 0; i < 12; i++) {
                ids.add(dated("published", "%s-%02d-01T06:00:00Z".formatted(year, 1 + i)));
                if (i % 3 == 1) {
                    change(ids.get(i), Map.of("publishedAt", "%s-%02d-01T18:00:00Z".formatted(year, 12 - i)));
                } else if (i % 3 == 2) {
                    blog.asking().delete(path(ids.get(i))).then().statusCode(200);
                }
            }
            return null;
        };
    }

    private static void concurrently(List<Callable<Void>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private long dated(String status, String at) {
        return blog.draft("Dated")
                .with("status", status)
                .with("publishedAt", at)
                .write()
                .id();
    }

    private void change(long id, Map<String, ?> changes) {
        blog.asking().body(changes).patch(path(id)).then().statusCode(200);
    }

    private static String path(long id) {
        return "/api/v1/posts/" + id;
    }

    private void assertCount(int year, int month, int count) {
        var found = archives().<Map<String, Object>>getList("items").stream()
                .filter(one -> one.get("year").equals(year) && one.get("month").equals(month))
                .map(one -> (int) one.get("count"))
                .toList();
        assertThat(found).as(year + "-" + month).isEqualTo(count == 0 ? List.of() : List.of(count));
    }

    private static void compare() {
        long all = 0;
        for (var month : archives().<Map<String, Object>>getList("items")) {
            var total = total("&publishedFrom=" + month.get("from") + "&publishedUntil=" + month.get("until"));
            assertThat(total).as(month.toString()).isEqualTo(((Number) month.get("count")).longValue());
            all += total;
        }
        assertThat(all).isEqualTo(total(""));
    }

    private static long total(String range) {
        return given().get("/api/v1/posts?limit=1&count=true" + range)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("page.total");
    }

    private static JsonPath archives() {
        return given().get("/api/v1/archives").then().statusCode(200).extract().jsonPath();
    }

    private void setTimeZone(String zone) {
        blog.asking()
                .body(Map.of("timeZone", zone))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);
    }
}
