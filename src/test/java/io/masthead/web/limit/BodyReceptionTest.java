package io.masthead.web.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.kernel.CmsException;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.RawHttp;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are received without a worker, and within a time limit. */
@QuarkusTest
class BodyReceptionTest {

    /** More than there are workers. */
    private static final int MANY = 230;

    /** The value of {@code masthead.bodies.time} in tests. */
    private static final Duration BODY_TIME = Duration.ofMillis(1_500);

    /** In tests one of these may wait, and two may not. */
    private static final String LARGE = "x".repeat(7_000_000);

    private static final String HEAD = " HTTP/1.1|Host: a|Content-Type: application/json|Content-Length: ";

    @Test
    void slow_bodies_do_not_delay_other_clients() throws IOException {
        var slow = new ArrayList<RawHttp>();
        try {
            for (int i = 0; i < MANY; i++) {
                var path = i % 2 == 0 ? "/wp-json/wp/v2/comments" : "/api/v1/auth/login";
                slow.add(RawHttp.open().send("POST " + path + HEAD + "100||{"));
            }
            given().get("/api/v1/posts").then().statusCode(200);
            given().get("/wp-json/wp/v2/posts").then().statusCode(200);
            for (var one : slow) {
                assertThat(one.readToEnd()).startsWith("HTTP/1.1 408");
            }
        } finally {
            for (var one : slow) {
                one.close();
            }
        }
    }

    @Test
    void a_file_may_take_long_but_not_come_slower_than_its_rate() throws IOException {
        try (var connection = RawHttp.open()) {
            long start = System.nanoTime();
            connection
                    .send("POST /api/v1/imports HTTP/1.1|Host: a|")
                    .send("Authorization: Bearer " + FirstAdministrator.TOKEN + "|")
                    .send("Content-Type: multipart/form-data; boundary=b|Content-Length: 9000000||")
                    .send("x".repeat(200_000));
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408").contains("The body came too slowly.");
            // It was fast enough at the first measurement, by which other bodies have ended.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(BODY_TIME.multipliedBy(2).minusMillis(200));
        }
    }

    @Test
    void more_large_bodies_than_may_wait_at_once_are_refused_for_a_while() throws IOException {
        // Aborted bodies of other tests have released their room.
        await().until(() -> given().contentType(ContentType.JSON)
                        .body(LARGE)
                        .post("/api/v1/auth/login")
                        .statusCode()
                == 400);
        try (var one = RawHttp.open();
                var other = RawHttp.open()) {
            for (var connection : List.of(one, other)) {
                connection.send("POST /api/v1/auth/login" + HEAD + "9000000||").send(LARGE);
            }
            assertThat(List.of(status(one.readToEnd()), status(other.readToEnd())))
                    .containsExactlyInAnyOrder("503", "408");
        }
        // Both have released their room, or there would be none for this one.
        given().contentType(ContentType.JSON)
                .body(LARGE)
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400);
    }

    private static String status(String answer) {
        return answer.isEmpty() ? "none" : answer.split(" ", 3)[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/login", "/wp-json/wp/v2/comments"})
    void a_body_that_is_cut_off_is_no_error(String path) throws IOException {
        var log = new Entries();
        Logger.getLogger("").addHandler(log);
        try {
            for (int i = 0; i < 5; i++) {
                RawHttp.open().send("POST " + path + HEAD + "100||{").close();
                RawHttp.open()
                        .send("POST " + path + HEAD + "1000000||" + "x".repeat(200_000))
                        .close();
            }
            given().get("/api/v1/posts").then().statusCode(200);
            assertThat(log.lines).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    @Test
    void a_body_that_is_announced_too_large_is_refused_in_the_dialect_of_its_path() throws IOException {
        try (var native_ = RawHttp.open();
                var wordpress = RawHttp.open()) {
            assertThat(native_.send("POST /api/v1/posts" + HEAD + "10485761||").readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json");
            assertThat(wordpress
                            .send("POST /wp-json/wp/v2/posts" + HEAD + "10485761||")
                            .readToEnd())
                    .startsWith("HTTP/1.1 413")
                    .contains("\"data\":{\"status\":413}");
        }
    }

    @DisabledOnIntegrationTest("The packaged server has no upload that fails.")
    @Test
    void a_file_is_not_read_where_its_sender_cannot_be_checked() throws IOException {
        try (var connection = RawHttp.open()) {
            assertThat(connection
                            .send("POST " + FailingUploads.PATH + HEAD + "9000000||")
                            .readToEnd())
                    .startsWith("HTTP/1.1 503")
                    .contains("\"code\":\"unavailable\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/media", "/api/v1/imports", "/api/v1/imports/users"})
    void a_file_is_not_read_from_who_may_not_send_it(String path) throws IOException {
        try (var connection = RawHttp.open()) {
            connection
                    .send("POST " + path + " HTTP/1.1|Host: a|")
                    .send("Content-Type: multipart/form-data; boundary=b|Content-Length: 9000000||");
            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void what_was_not_received_cannot_be_read() {
        try (var body = ReceivedBody.NONE.open()) {
            assertThatThrownBy(() -> body.read(new byte[10])).isInstanceOf(CmsException.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void expect_100_continue_is_answered() throws IOException {
        try (var connection = RawHttp.open()) {
            connection.send("POST /wp-json/" + HEAD + "2|Expect: 100-continue||");
            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 100");
            assertThat(connection.send("{}").readAnswer()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void headers_that_come_too_slowly_end_the_connection() throws IOException {
        // The guard is installed from the second connection on.
        given().get("/api/v1/posts").then().statusCode(200);
        try (var connection = RawHttp.open()) {
            assertThat(connection.send("GET /api/v1/posts HTTP/1.1|Host:").readToEnd())
                    .isEmpty();
        }
    }

    /** A check that fails, as with a database that is gone. */
    @Singleton
    static class FailingUploads implements Uploads {

        static final String PATH = "/api/v1/upload-that-fails";

        @Override
        public boolean takes(HttpMethod method, String path, boolean isMultipart) {
            return path.equals(PATH);
        }

        @Override
        public long maxBytes() {
            return 10_000_000;
        }

        @Override
        public boolean takesFrom(SecurityIdentity caller, String path) {
            throw new IllegalStateException("The database is gone.");
        }
    }

    private static final class Entries extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
