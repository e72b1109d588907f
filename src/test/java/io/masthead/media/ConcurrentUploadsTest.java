package io.masthead.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many clients upload at the same moment. */
@OnBothDatabases
@QuarkusTest
class ConcurrentUploadsTest {

    private static final int CLIENTS = 50;

    private final Tokens tokens = new Tokens();

    @Test
    void fifty_uploads_at_once_are_stored_whole_or_told_to_come_again() throws Exception {
        var token = tokens.of(Role.AUTHOR);
        var start = new CyclicBarrier(CLIENTS);
        var threads = Executors.newFixedThreadPool(CLIENTS);
        var urls = new HashSet<String>();
        int stored = 0;
        try {
            var running = new ArrayList<Future<Response>>();
            var pictures = new ArrayList<byte[]>();
            for (int i = 0; i < CLIENTS; i++) {
                var picture = Pictures.png();
                pictures.add(picture);
                running.add(threads.submit(() -> {
                    start.await();
                    return given().auth()
                            .oauth2(token)
                            .multiPart("file", "pier.png", picture, "image/png")
                            .post("/api/v1/media");
                }));
            }
            for (int i = 0; i < CLIENTS; i++) {
                var answer = running.get(i).get();
                if (answer.statusCode() == 503) {
                    assertThat(answer.header("Retry-After")).isNotNull();
                    continue;
                }
                assertThat(answer.statusCode()).isEqualTo(201);
                stored++;
                var url = answer.<String>path("url");
                urls.add(url);
                assertThat(given().get(url.replaceFirst("https?://[^/]+", "")).asByteArray())
                        .isEqualTo(pictures.get(i));
            }
        } finally {
            threads.shutdown();
        }
        assertThat(urls).hasSize(stored);
        // A server that turns most away has no use for its limits.
        assertThat(stored).isGreaterThanOrEqualTo(CLIENTS / 2);
    }
}
