package io.masthead.api.v1.post;

import static io.masthead.testsupport.Blog.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class ScheduledPublishingTest {

    private final TestClock clock = new TestClock();

    @Inject
    JobRunner runner;

    @Inject
    EntityManager entities;

    private final Blog blog = Blog.ofAdministrator();
    private Blog.Term tag;

    @BeforeEach
    void tag() {
        tag = blog.tag(unique("Later"));
    }

    @AfterEach
    void putClockRight() {
        clock.putRight();
    }

    @Test
    void a_scheduled_post_comes_out_at_its_time_and_once() {
        var post = scheduledInAnHour().write();
        clock.putForward(Duration.ofMinutes(59));
        runner.runDue();
        given().get(post.path()).then().statusCode(404);
        assertThat(count()).isZero();

        clock.putForward(Duration.ofMinutes(61));
        runner.runDue();
        given().get(post.path())
                .then()
                .statusCode(200)
                .body(
                        "status", is("published"),
                        "slug", is(post.slug()),
                        "publishedAt", is(post.json().getString("publishedAt")));
        assertThat(count()).isEqualTo(1);
        var etag = etag(post);
        assertThat(version(etag)).isEqualTo(version(post.etag()) + 1);

        runner.runDue();
        assertThat(etag(post)).isEqualTo(etag);
        assertThat(count()).isEqualTo(1);
        assertThat(jobs(post)).isZero();
    }

    @Test
    void a_post_whose_time_came_while_its_node_was_down_comes_out_on_another() {
        var post = scheduledInAnHour().write();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update job set claimed_by = 'gone', attempts = 1,"
                                + " claimed_until = current_timestamp -"
                                + " interval '1' second where kind ="
                                + " 'post.publish' and subject_id = :id")
                        .setParameter("id", post.id())
                        .executeUpdate());
        clock.putForward(Duration.ofDays(3));
        runner.runDue();
        given().get(post.path()).then().statusCode(200);
        assertThat(count()).isEqualTo(1);
        assertThat(jobs(post)).isZero();
    }

    @Test
    void a_post_that_is_no_longer_scheduled_does_not_come_out() {
        var drafted = scheduledInAnHour().write();
        var trashed = scheduledInAnHour().write();
        var deleted = scheduledInAnHour().write();
        change(drafted, "{\"status\": \"draft\"}");
        blog.asking().delete(trashed.path()).then().statusCode(200);
        blog.asking().delete(deleted.path() + "?permanent=true").then().statusCode(204);
        clock.putForward(Duration.ofHours(2));
        runner.runDue();
        blog.asking().get(drafted.path()).then().body("status", is("draft"));
        blog.asking().get(trashed.path()).then().body("status", is("trashed"));
        blog.asking().get(deleted.path()).then().statusCode(404);
        assertThat(count()).isZero();
    }

    @Test
    void a_post_that_is_put_off_comes_out_at_its_new_time() {
        var post = scheduledInAnHour().write();
        var later = clock.instant().plus(Duration.ofHours(3));
        change(post, "{\"publishedAt\": \"%s\"}".formatted(later));
        clock.putForward(Duration.ofHours(2));
        runner.runDue();
        given().get(post.path()).then().statusCode(404);
        clock.putForward(Duration.ofHours(4));
        runner.runDue();
        given().get(post.path()).then().statusCode(200).body("publishedAt", is(later.toString()));
    }

    @Test
    void a_scheduled_post_that_is_restored_after_its_time_comes_out_at_once() {
        var post = scheduledInAnHour().write();
        blog.asking().delete(post.path()).then().statusCode(200);
        clock.putForward(Duration.ofHours(2));
        blog.asking().post(post.path() + "/restore").then().statusCode(200);
        runner.runDue();
        given().get(post.path()).then().statusCode(200);
        assertThat(count()).isEqualTo(1);
    }

    private Blog.NewContent scheduledInAnHour() {
        return blog.draft(unique("Later"))
                .with("status", "scheduled")
                .with("publishedAt", clock.instant().plus(Duration.ofHours(1)).toString())
                .tagged(tag);
    }

    private void change(Blog.Content post, String body) {
        blog.asking().body(body).patch(post.path()).then().statusCode(200);
    }

    private int count() {
        return given().get("/api/v1/tags/" + tag.id())
                .then()
                .statusCode(200)
                .extract()
                .path("postCount");
    }

    private String etag(Blog.Content post) {
        return blog.asking().get(post.path()).then().statusCode(200).extract().header("ETag");
    }

    private static int version(String etag) {
        return Integer.parseInt(etag.substring(1, etag.indexOf('-')));
    }

    private long jobs(Blog.Content post) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) entities.createNativeQuery(
                                "select count(*) from job where kind =" + " 'post.publish' and subject_id =" + " :id")
                        .setParameter("id", post.id())
                        .getSingleResult())
                .longValue();
    }
}
