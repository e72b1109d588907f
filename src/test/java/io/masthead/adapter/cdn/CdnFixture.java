package io.masthead.adapter.cdn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.EventDispatcher;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Site;
import io.masthead.testsupport.TestClock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** A CDN that records its purges, and what is logged meanwhile. */
abstract class CdnFixture {

    static WireMockServer stub;

    /** Ids that no other test uses. */
    static final AtomicLong IDS = new AtomicLong(8_000_000_000L);

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
    final TestClock clock = new TestClock();
    final Blog blog = Blog.ofAdministrator();
    final Site site = new Site();
    final List<String> logged = new CopyOnWriteArrayList<>();
    final Formatter lines = new PatternFormatter("%s%e");
    final Handler log = new Handler() {
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
        stub = new WireMockServer(wireMockConfig().dynamicPort().jettyStopTimeout(1L));
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

    void publish(String... tags) {
        Transactions.requiringNew().run(() -> events.publish(changed(Set.of(tags))));
    }

    static ContentChanged changed(Set<String> tags) {
        return new ContentChanged(Subject.POST, null, ChangeAction.UPDATED, 0, null, tags, null);
    }

    static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(number -> "post-" + number).toArray(String[]::new);
    }

    /** Returns when all changes have been purged, or have failed to be. */
    void purgeAll() {
        dispatcher.deliverAll();
        jobs.runDue();
    }

    void passes(Duration time) {
        ahead = ahead.plus(time);
        clock.putForward(ahead);
    }

    /** Later than any retry is due. */
    void retry() {
        passes(Duration.ofMinutes(2));
        purgeAll();
    }

    /** The number of tags that have not been purged. */
    long waiting() {
        return Transactions.requiringNew().call(queue::size);
    }

    static List<LoggedRequest> requests() {
        return stub.findAll(postRequestedFor(anyUrl()));
    }

    /** The tags of all purges. */
    static List<String> purged() {
        return requests().stream()
                .flatMap(request ->
                        Arrays.stream(request.getHeader("Surrogate-Key").split(" ")))
                .collect(Collectors.toList());
    }

    static JsonObject json(LoggedRequest request) {
        return new JsonObject(request.getBodyAsString());
    }

    static void answer(ResponseDefinitionBuilder answer) {
        stub.stubFor(post(anyUrl()).willReturn(answer));
    }

    static String url(String path) {
        return "http://localhost:" + stub.port() + path;
    }
}
