package io.masthead.adapter.cdn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.EventDispatcher;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Site;
import io.masthead.testsupport.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OnBothDatabases
@QuarkusTest
class CdnPurgeTest {

    private static final WireMockServer stub =
            new WireMockServer(wireMockConfig().dynamicPort().jettyStopTimeout(1L));

    /** Ids that no other test uses. */
    private static final AtomicLong IDS = new AtomicLong(8_000_000_000L);

    @Inject
    SwitchedCdn cdn;

    @Inject
    Events events;

    @Inject
    EventDispatcher dispatcher;

    @Inject
    JobRunner jobs;

    @Inject
    PurgeQueue queue;

    private Duration ahead = Duration.ZERO;
    private final TestClock clock = new TestClock();
    private final Blog blog = Blog.ofAdministrator();
    private final Site site = new Site();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Formatter lines = new PatternFormatter("%s%e");
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(lines.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void a_stub() {
        stub.start();
    }

    @AfterAll
    static void no_stub() {
        stub.stop();
    }

    /** What other tests have changed before must have been purged. */
    @BeforeEach
    void a_stub_in_its_place() {
        answer(aResponse().withStatus(200));
        cdn.generic(url("/purge"));
        purgeAll();
        stub.resetAll();
        answer(aResponse().withStatus(200));
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void put_back() {
        Logger.getLogger("").removeHandler(log);
        assertThat(logged).noneMatch(line -> line.contains(SwitchedCdn.TOKEN));
        answer(aResponse().withStatus(200));
        cdn.generic(url("/purge"));
        retry();
        cdn.off();
        clock.putRight();
        site.putBack();
    }

    // --- What is purged ----------------------------------------------------------------------------

    @Test
    void a_change_is_purged_by_its_tags_within_a_second() {
        var post = blog.published(Blog.unique("Fresh ")).write();

        await().atMost(Duration.ofSeconds(5)).until(() -> purged().contains("post-" + post.id()));

        assertThat(purged()).contains("posts", "feed", "archives", "comments-" + post.id());
    }

    @Test
    void the_terms_of_a_post_are_purged_as_they_were_before_and_as_they_are_after() {
        var before = blog.category(Blog.unique("Before "));
        var after = blog.category(Blog.unique("After "));
        var post = blog.published(Blog.unique("Moved ")).in(before).write();
        purgeAll();
        stub.resetRequests();

        blog.asking()
                .body(Map.of("categoryIds", List.of(after.id())))
                .patch(post.path())
                .then()
                .statusCode(200);
        purgeAll();

        assertThat(purged()).contains("post-" + post.id(), "category-" + before.id(), "category-" + after.id());
    }

    @Test
    void changed_settings_are_purged_by_the_tag_of_what_depends_on_them() {
        site.with("title", Blog.unique("Title "));
        purgeAll();

        assertThat(purged()).containsExactly("settings");
    }

    @Test
    void a_rolled_back_change_purges_nothing() {
        assertThatThrownBy(() -> Transactions.requiringNew().run(() -> {
                    events.publish(changed(Set.of("post-" + IDS.incrementAndGet())));
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");
        purgeAll();

        assertThat(requests()).isEmpty();
    }

    @Test
    void many_changes_are_purged_at_once_and_each_tag_once() {
        long first = IDS.getAndAdd(40) + 1;
        Transactions.requiringNew()
                .run(() -> IntStream.range(0, 40)
                        .forEach(number -> events.publish(changed(Set.of("post-" + (first + number), "posts")))));
        purgeAll();

        assertThat(requests()).hasSize(1);
        assertThat(purged()).hasSize(41).doesNotHaveDuplicates().contains("posts", "post-" + first);
    }

    @Test
    void changes_that_follow_soon_are_purged_together() {
        cdn.collectFor(Duration.ofMillis(1_500));
        publish("post-1");
        dispatcher.deliverAll();
        publish("post-2");
        dispatcher.deliverAll();

        await().until(() -> !requests().isEmpty());
        assertThat(requests()).hasSize(1);
        assertThat(purged()).containsExactlyInAnyOrder("post-1", "post-2");
    }

    @Test
    void without_a_cdn_nothing_is_stored() {
        cdn.off();
        publish("post-" + IDS.incrementAndGet());
        purgeAll();

        assertThat(newest()).isZero();
        assertThat(requests()).isEmpty();
    }

    @Test
    void writers_at_once_lose_no_purge() throws Exception {
        answer(aResponse().withStatus(200).withFixedDelay(30));
        var threads = Executors.newFixedThreadPool(2);
        List<Long> written;
        try {
            var writers = IntStream.range(0, 2)
                    .mapToObj(writer -> threads.submit(() -> IntStream.range(0, 10)
                            .mapToObj(number -> blog.published(Blog.unique("At once "))
                                    .write()
                                    .id())
                            .toList()))
                    .toList();
            written = new ArrayList<>(writers.get(0).get());
            written.addAll(writers.get(1).get());
        } finally {
            threads.shutdown();
        }
        purgeAll();

        assertThat(purged())
                .containsAll(written.stream().map(id -> "post-" + id).toList());
    }

    // --- The forms ---------------------------------------------------------------------------------

    @Test
    void any_url_gets_the_tags_in_json_and_in_a_header() {
        publish("post-1", "posts");
        purgeAll();

        var request = requests().get(0);
        assertThat(request.getUrl()).isEqualTo("/purge");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SwitchedCdn.TOKEN);
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Surrogate-Key")).isEqualTo("post-1 posts");
        assertThat(json(request)).isEqualTo(JsonObject.of("tags", JsonArray.of("post-1", "posts")));
    }

    @Test
    void fastly_gets_at_most_256_keys_a_call() {
        cdn.fastly(url(""), "SU1Z0isxPaozGVKXdv0eY");
        publish(many(300));
        purgeAll();

        assertThat(requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/service/SU1Z0isxPaozGVKXdv0eY/purge");
            assertThat(request.getHeader("Fastly-Key")).isEqualTo(SwitchedCdn.TOKEN);
        });
        assertThat(requests())
                .extracting(
                        request -> json(request).getJsonArray("surrogate_keys").size())
                .containsExactlyInAnyOrder(256, 44);
    }

    @Test
    void cloudflare_gets_at_most_100_tags_a_call_and_must_say_success() {
        answer(aResponse().withStatus(200).withBody("{\"success\":true,\"errors\":[],\"result\":{}}"));
        cdn.cloudflare(url("/client/v4/"), "023e105f4ecef8ad9ca31a8372d0c353");
        publish(many(120));
        purgeAll();

        assertThat(requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SwitchedCdn.TOKEN);
        });
        assertThat(requests())
                .extracting(request -> json(request).getJsonArray("tags").size())
                .containsExactlyInAnyOrder(100, 20);
        assertThat(newest()).isZero();

        answer(aResponse().withStatus(200).withBody("{\"success\":false,\"errors\":[{\"code\":1}]}"));
        publish("posts");
        purgeAll();
        assertThat(newest()).isPositive();
    }

    static List<Arguments> everything() {
        return List.of(
                Arguments.of("generic", "/purge", "{\"all\":true}"),
                Arguments.of("fastly", "/service/abc/purge_all", ""),
                Arguments.of("cloudflare", "/zones/abc/purge_cache", "{\"purge_everything\":true}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void after_too_many_tags_everything_is_purged_once(String form, String path, String body) {
        answer(aResponse().withStatus(500));
        publish("posts");
        purgeAll();
        publish(many(PurgeQueue.MAX_TAGS));
        purgeAll();
        stub.resetRequests();
        answer(aResponse().withStatus(200).withBody("{\"success\":true}"));
        switch (form) {
            case "fastly" -> cdn.fastly(url(""), "abc");
            case "cloudflare" -> cdn.cloudflare(url(""), "abc");
            default -> cdn.generic(url("/purge"));
        }

        retry();

        assertThat(requests()).hasSize(1);
        assertThat(requests().get(0).getUrl()).isEqualTo(path);
        assertThat(requests().get(0).getBodyAsString()).isEqualTo(body);
        assertThat(newest()).isZero();
    }

    // --- Failures ----------------------------------------------------------------------------------

    static List<Arguments> failures() {
        return List.of(
                Arguments.of("500", aResponse().withStatus(500), "did not confirm a purge (status 500)"),
                Arguments.of("a redirect", aResponse().withStatus(302), "did not confirm a purge (status 302)"),
                Arguments.of("401", aResponse().withStatus(401), "refuses purges (status 401)"),
                Arguments.of("404", aResponse().withStatus(404), "refuses purges (status 404)"),
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
        assertThat(newest()).isZero();
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
    void a_change_during_its_purge_is_purged_again() {
        answer(aResponse().withStatus(200).withFixedDelay(700));
        publish("post-1", "posts");
        await().until(() -> !requests().isEmpty());

        publish("post-2", "posts");
        purgeAll();

        await().until(() -> purged().contains("post-2"));
        assertThat(requests()).hasSize(2);
        assertThat(purged()).containsExactlyInAnyOrder("post-1", "posts", "post-2", "posts");
    }

    // -----------------------------------------------------------------------------------------------

    private void publish(String... tags) {
        Transactions.requiringNew().run(() -> events.publish(changed(Set.of(tags))));
    }

    private static ContentChanged changed(Set<String> tags) {
        return new ContentChanged(Subject.POST, null, ChangeAction.UPDATED, 0, null, tags, null);
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(number -> "post-" + number).toArray(String[]::new);
    }

    /** Returns when all changes have been purged, or have failed to be. */
    private void purgeAll() {
        dispatcher.deliverAll();
        jobs.runDue();
    }

    /** Later than any retry is due. */
    private void retry() {
        ahead = ahead.plusHours(2);
        clock.putForward(ahead);
        purgeAll();
    }

    private long newest() {
        return Transactions.requiringNew().call(queue::newest);
    }

    private static List<LoggedRequest> requests() {
        return stub.findAll(postRequestedFor(anyUrl()));
    }

    /** The tags of all purges. */
    private static List<String> purged() {
        return requests().stream()
                .flatMap(request ->
                        Arrays.stream(request.getHeader("Surrogate-Key").split(" ")))
                .collect(Collectors.toList());
    }

    private static JsonObject json(LoggedRequest request) {
        return new JsonObject(request.getBodyAsString());
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        stub.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static String url(String path) {
        return "http://localhost:" + stub.port() + path;
    }
}
