package io.masthead.web.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.masthead.testsupport.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A client that does not read its responses occupies neither memory nor a connection for long. */
@QuarkusTest
class AnswerQueuesTest {

    private static final String LARGE = "/openapi/wordpress";

    /** The system buffers some megabytes per connection before anything waits here. */
    private static final int REQUESTS = 200;

    @Inject
    AnswerQueues queues;

    @Test
    void at_most_one_answer_waits_for_a_client_which_is_cut_off_unless_it_reads() throws IOException {
        var length = given().header("Accept-Encoding", "identity").get(LARGE).asByteArray().length;
        try (var client = RawHttp.openNarrow()) {
            client.send(("GET " + LARGE + " HTTP/1.1|Host: a||").repeat(REQUESTS));
            var most = new AtomicLong();
            await().until(() -> most.accumulateAndGet(queues.bytes(), Math::max) > 0);
            await().until(() -> most.accumulateAndGet(queues.bytes(), Math::max) > 0 && queues.bytes() == 0);
            assertThat(most.get()).isLessThan(length + 200_000L);
            assertThat(client.readToEnd().length()).isLessThan(length * REQUESTS);
        }
        given().get("/api/v1/posts").then().statusCode(200);
    }
}
