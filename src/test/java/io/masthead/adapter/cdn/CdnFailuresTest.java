package io.masthead.adapter.cdn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.masthead.testsupport.OnBothDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class CdnFailuresTest extends CdnFixture {

    @Inject
    PurgeJob job;

    @Inject
    PurgeMetrics metrics;

    @Inject
    MeterRegistry registry;

    static List<Arguments> failures() {
        return List.of(
                Arguments.of("500", aResponse().withStatus(500), "did not confirm a purge (status 500)"),
                Arguments.of("a redirect", aResponse().withStatus(302), "did not confirm a purge (status 302)"),
                Arguments.of("401", aResponse().withStatus(401), "refuses purges (status 401)"),
                Arguments.of("404", aResponse().withStatus(404), "refuses purges (status 404)"),
                Arguments.of("422", aResponse().withStatus(422), "refuses purges (status 422)"),
                Arguments.of("429", aResponse().withStatus(429), "did not confirm a purge (status 429)"),
                Arguments.of("a hang", aResponse().withFixedDelay(60_000), "does not answer purges"),
                Arguments.of(
                        "a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "does not answer purges"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_failed_purge_is_retried_with_what_came_later_and_logged_once(
            String what, ResponseDefinitionBuilder answer, String sentence) {
        answer(answer);
        cdn.giveUpAfter(Duration.ofMillis(300));
        publish("post-1");
        purgeAll();
        publish("post-2");
        purgeAll();
        assertThat(requests()).as("calls before the retry is due").hasSize(1);
        retry();
        assertThat(requests()).hasSize(2);
        assertThat(logged.stream().filter(line -> line.contains("CDN")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(sentence));
        assertThat(logged).noneMatch(line -> line.contains("cdn.purge"));

        stub.resetRequests();
        answer(aResponse().withStatus(200));
        cdn.giveUpAfter(Duration.ofSeconds(5));
        retry();

        assertThat(purged()).containsExactlyInAnyOrder("post-1", "post-2");
        assertThat(waiting()).isZero();
        assertThat(logged).anyMatch(line -> line.contains("The CDN purges again"));
    }

    @Test
    void a_busy_cdn_says_when_to_retry() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "120"));
        publish("post-1");
        purgeAll();
        answer(aResponse().withStatus(200));
        stub.resetRequests();

        clock.putForward(Duration.ofSeconds(100));
        purgeAll();
        assertThat(requests()).isEmpty();

        clock.putForward(Duration.ofSeconds(125));
        purgeAll();
        assertThat(purged()).containsExactly("post-1");
    }

    @Test
    void after_a_long_failure_changes_are_purged_within_half_a_minute() {
        answer(aResponse().withStatus(500));
        publish("post-1");
        purgeAll();
        IntStream.range(0, 5).forEach(number -> retry());
        answer(aResponse().withStatus(200));
        stub.resetRequests();
        publish("post-2");

        passes(Duration.ofSeconds(31));
        purgeAll();

        assertThat(purged()).containsExactly("post-1", "post-2");
    }

    @Test
    void a_failure_that_lasts_is_logged_again_after_an_hour() {
        answer(aResponse().withStatus(403));
        publish("post-1");
        purgeAll();
        retry();
        assertThat(logged).filteredOn(line -> line.contains("refuses purges")).hasSize(1);

        passes(Duration.ofHours(1));
        purgeAll();

        assertThat(logged).filteredOn(line -> line.contains("refuses purges")).hasSize(2);
    }

    @Test
    void the_log_shows_the_code_of_cloudflare() {
        cdn.cloudflare(url(""), "abc");
        answer(aResponse().withStatus(403).withBody("{\"success\":false,\"errors\":[{\"code\":10000}]}"));
        publish("post-1");
        purgeAll();

        assertThat(logged).anyMatch(line -> line.contains("refuses purges (status 403, code 10000)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void everything_is_purged_in_place_of_tags_that_the_cdn_does_not_accept(int status) {
        answer(aResponse().withStatus(status));
        stub.stubFor(post(anyUrl())
                .withRequestBody(equalToJson("{\"all\":true}"))
                .willReturn(aResponse().withStatus(200)));
        publish(many(250));
        purgeAll();

        assertThat(requests()).hasSize(2);
        assertThat(waiting()).isZero();
        assertThat(logged).anyMatch(line -> line.contains("does not accept tags (status " + status + ")"));
    }

    @Test
    void a_process_without_the_settings_leaves_the_purge_to_others() {
        answer(aResponse().withStatus(500));
        publish("post-1");
        purgeAll();
        answer(aResponse().withStatus(200));
        stub.resetRequests();
        cdn.off();
        retry();
        assertThat(requests()).isEmpty();

        cdn.generic(url("/purge"));
        retry();

        assertThat(purged()).containsExactly("post-1");
    }

    @Test
    void a_start_does_not_wait_for_the_retry() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "3600"));
        publish("post-1");
        purgeAll();
        answer(aResponse().withStatus(200));
        stub.resetRequests();

        job.onStart(new StartupEvent());
        purgeAll();

        assertThat(purged()).containsExactly("post-1");
        assertThat(waiting()).isZero();
    }

    @Test
    void metrics_show_how_many_tags_wait() {
        answer(aResponse().withStatus(500));
        publish("post-1", "posts");
        purgeAll();

        metrics.count();

        assertThat(registry.get("masthead.cdn.waiting").gauge().value()).isEqualTo(2);
    }

    @Test
    void a_failed_repetition_is_retried() {
        cdn.repeatAfter(Duration.ofMinutes(1));
        publish("post-1");
        purgeAll();
        answer(aResponse().withStatus(500));
        retry();
        answer(aResponse().withStatus(200));
        stub.resetRequests();

        retry();

        assertThat(purged()).containsExactly("post-1");
    }
}
