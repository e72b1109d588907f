package io.masthead.adapter.akismet;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.masthead.comment.CommentAuthor;
import io.masthead.comment.Origin;
import io.masthead.comment.spam.CheckResult;
import io.masthead.comment.spam.ExaminedComment;
import io.masthead.comment.spam.ExaminedComment.FormAge;
import io.masthead.platform.job.JobRunner;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AkismetTest {

    private static final String CHECK = "/1.1/comment-check";

    /** Longer than any test runs. */
    private static final int FOR_EVER = 60_000;

    private static final WireMockServer stub = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .dynamicHttpsPort()
            // A client that has disconnected needs no response.
            .jettyStopTimeout(1L));

    @Inject
    SwitchedAkismet settings;

    @Inject
    AkismetCheck akismet;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    JobRunner jobs;

    private final TestClock clock = new TestClock();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();
    private final Reader reader = Reader.guest();

    @BeforeAll
    static void a_stub() {
        stub.start();
    }

    @AfterAll
    static void no_stub() {
        stub.stop();
    }

    @BeforeEach
    void a_stub_in_its_place() {
        stub.resetAll();
        settings.on("http://localhost:" + stub.port());
        breakers.resetAll();
        discussion.open();
    }

    @AfterEach
    void put_back() {
        clock.putRight();
        settings.off();
        breakers.resetAll();
        discussion.putBack();
    }

    // --- Results by Akismet's response -------------------------------------------------------------

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("true", ok("true"), "SPAM", "akismet", null),
                Arguments.of(
                        "true, discard",
                        ok("true").withHeader("X-akismet-pro-tip", "discard"),
                        "SPAM",
                        "akismet: discard",
                        null),
                Arguments.of("false", ok("false"), "CLEAR", "akismet", null),
                Arguments.of(
                        "false, recheck",
                        ok("false").withHeader("X-akismet-recheck-after", "120"),
                        "CLEAR",
                        "akismet",
                        120),
                Arguments.of(
                        "invalid",
                        ok("invalid").withHeader("X-akismet-debug-help", "Empty \"blog\" value"),
                        "UNKNOWN",
                        "akismet: no verdict",
                        null),
                Arguments.of("empty", ok(""), "UNKNOWN", "akismet: no verdict", null),
                Arguments.of("HTML", ok("<html>true</html>"), "UNKNOWN", "akismet: no verdict", null),
                Arguments.of(
                        "429",
                        aResponse().withStatus(429).withHeader("Retry-After", "3600"),
                        "UNKNOWN",
                        "akismet: no verdict",
                        3_600),
                Arguments.of(
                        "429 without a time",
                        aResponse().withStatus(429).withBody("true"),
                        "UNKNOWN",
                        "akismet: no verdict",
                        null),
                Arguments.of(
                        "500", aResponse().withStatus(500).withBody("true"), "UNKNOWN", "akismet: no answer", null),
                Arguments.of(
                        "403 alert",
                        aResponse().withStatus(403).withHeader("X-akismet-alert-code", "10003"),
                        "UNKNOWN",
                        "akismet: no verdict",
                        null),
                Arguments.of(
                        "a redirect",
                        aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                        "UNKNOWN",
                        "akismet: no verdict",
                        null),
                Arguments.of("a hang", ok("false").withFixedDelay(FOR_EVER), "UNKNOWN", "akismet: no answer", null),
                Arguments.of(
                        "a drip",
                        ok("false").withChunkedDribbleDelay(5, FOR_EVER),
                        "UNKNOWN",
                        "akismet: no answer",
                        null),
                Arguments.of("too much", ok("false" + " ".repeat(64 * 1024)), "UNKNOWN", "akismet: no answer", null),
                Arguments.of(
                        "a reset",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        "UNKNOWN",
                        "akismet: no answer",
                        null),
                Arguments.of(
                        "garbage",
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        "UNKNOWN",
                        "akismet: no answer",
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void K2_only_true_and_false_decide(
            String what, ResponseDefinitionBuilder answer, String kind, String reason, Integer seconds) {
        stub.stubFor(post(CHECK).willReturn(answer));
        stub.stubFor(post("/elsewhere").willReturn(ok("true")));
        if (what.equals("a hang") || what.equals("a drip")) {
            settings.giveUpAfter(Duration.ofMillis(200));
        }

        var opinion = akismet.examine(examined());

        assertThat(opinion)
                .isEqualTo(new CheckResult(
                        CheckResult.Kind.valueOf(kind), reason, seconds == null ? null : Duration.ofSeconds(seconds)));
        assertThat(stub.findAll(postRequestedFor(urlPathEqualTo("/elsewhere")))).isEmpty();
    }

    @Test
    void K2_a_certificate_of_nobody_is_no_answer() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        settings.on("https://localhost:" + stub.httpsPort());

        assertThat(akismet.examine(examined()).kind()).isEqualTo(CheckResult.Kind.UNKNOWN);
        assertThat(stub.findAll(postRequestedFor(anyUrl()))).isEmpty();
    }

    @Test
    void after_five_failures_no_calls_are_made_for_a_while() {
        stub.stubFor(post(CHECK).willReturn(aResponse().withStatus(503)));

        for (int i = 0; i < 12; i++) {
            assertThat(akismet.examine(examined()).kind()).isEqualTo(CheckResult.Kind.UNKNOWN);
        }

        assertThat(stub.findAll(postRequestedFor(anyUrl()))).hasSize(5);
    }

    // --- Status of the comment ----------------------------------------------------------------------

    @Test
    void a_clear_comment_is_approved_in_the_response_to_its_submission() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        var post = blog.published(Blog.unique("Clear ")).write();

        var said = reader.says("Hello").storedOn(post);

        assertThat(said.status()).isEqualTo("approved");
        assertVerdict(said, "approved", "service", "akismet");
        given().get(post.path()).then().body("commentCount", is(1));
    }

    @Test
    void spam_is_never_shown_and_its_author_sees_it_as_pending() {
        stub.stubFor(post(CHECK).willReturn(ok("true")));
        var post = blog.published(Blog.unique("Spam ")).write();

        var said = reader.says("Hello").storedOn(post);

        assertThat(said.status()).isEqualTo("pending");
        assertVerdict(said, "spam", "service", "akismet");
        given().get(post.path() + "/comments").then().body("items", hasSize(0));
    }

    @Test
    void a_comment_held_by_a_rule_stays_pending_after_a_clear_check() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        discussion.rule("commentsHoldAll", true);

        var said = reader.says("Hello")
                .storedOn(blog.published(Blog.unique("Held ")).write());

        assertThat(said.status()).isEqualTo("pending");
        assertVerdict(said, "pending", "rule", "hold_all");
        assertThat(stub.findAll(postRequestedFor(urlPathEqualTo(CHECK)))).hasSize(1);
    }

    @Test
    void comments_refused_by_rules_or_written_by_moderators_are_not_sent() {
        stub.stubFor(post(CHECK).willReturn(ok("true")));
        var post = blog.published(Blog.unique("Local ")).write();

        reader.says("Trapped").with("website", "x").storedOn(post);
        blog.asking()
                .body(Map.of("text", "From the desk"))
                .post(post.path() + "/comments")
                .then()
                .statusCode(201)
                .body("status", is("approved"));

        assertThat(stub.findAll(postRequestedFor(urlPathEqualTo(CHECK)))).isEmpty();
    }

    @Test
    void K5_while_nobody_answers_nothing_is_lost_and_nothing_is_shown_unchecked() {
        stub.stubFor(post(CHECK).willReturn(aResponse().withStatus(503)));
        var post = blog.published(Blog.unique("Down ")).write();
        var said = new ArrayList<Reader.Said>();
        for (int i = 0; i < 8; i++) {
            said.add(Reader.guest().says("While it is down " + i).storedOn(post));
        }
        assertThat(said).allMatch(one -> one.status().equals("pending"));
        clock.putForward(Duration.ofMinutes(19));
        jobs.runDue();
        given().get(post.path()).then().body("commentCount", is(0));

        stub.stubFor(post(CHECK).willReturn(ok("false")));
        breakers.resetAll();
        clock.putForward(Duration.ofMinutes(21));
        jobs.runDue();

        given().get(post.path()).then().body("commentCount", is(8));
    }

    @Test
    void a_provisionally_clear_comment_is_checked_again() {
        stub.stubFor(post(CHECK).willReturn(ok("false").withHeader("X-akismet-recheck-after", "120")));
        var said = reader.says("Hello")
                .storedOn(blog.published(Blog.unique("Later ")).write());
        assertThat(said.status()).isEqualTo("approved");

        stub.stubFor(post(CHECK).willReturn(ok("true")));
        clock.putForward(Duration.ofSeconds(121));
        jobs.runDue();

        assertVerdict(said, "spam", "service", "akismet");
        assertThat(fields(last(CHECK))).containsEntry("recheck_reason", "recheck_queue");
    }

    @Test
    void a_moderators_decision_stands() {
        stub.stubFor(post(CHECK).willReturn(aResponse().withStatus(503)));
        var said = reader.says("Hello")
                .storedOn(blog.published(Blog.unique("Desk ")).write());
        set(said, "approved");

        stub.stubFor(post(CHECK).willReturn(ok("true")));
        breakers.resetAll();
        clock.putForward(Duration.ofMinutes(21));
        jobs.runDue();

        assertVerdict(said, "approved", "person", "");
    }

    @Test
    void a_slow_check_is_not_waited_for_and_applied_later() {
        stub.stubFor(post(CHECK).willReturn(ok("false").withFixedDelay(2_000)));
        var post = blog.published(Blog.unique("Slow ")).write();

        var said = reader.says("Hello").storedOn(post);

        assertThat(said.status()).isEqualTo("pending");
        await().untilAsserted(() -> given().get(said.path()).then().statusCode(200));
    }

    @Test
    void a_moderators_decision_is_reported_with_the_submitted_data() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        stub.stubFor(post("/1.1/submit-spam").willReturn(thanks()));
        stub.stubFor(post("/1.1/submit-ham").willReturn(thanks()));
        var post = blog.published(Blog.unique("Learn ")).write();
        var said = reader.says("Original words").storedOn(post);
        blog.asking()
                .body(Map.of("text", "Tidied up"))
                .patch(said.path())
                .then()
                .statusCode(200);

        set(said, "spam");
        jobs.runDue();
        var spam = fields(last("/1.1/submit-spam"));
        assertThat(spam).containsEntry("comment_content", "Original words").containsEntry("user_ip", reader.address());
        blog.asking().post(said.path() + "/restore").then().statusCode(200);
        jobs.runDue();
        assertThat(fields(last("/1.1/submit-ham"))).containsEntry("comment_content", "Original words");
    }

    @Test
    void a_decision_that_could_not_be_sent_is_sent_later() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        stub.stubFor(post("/1.1/submit-spam").willReturn(aResponse().withStatus(500)));
        var said = reader.says("Hello")
                .storedOn(blog.published(Blog.unique("Again ")).write());
        set(said, "spam");
        jobs.runDue();
        int before = stub.findAll(postRequestedFor(urlPathEqualTo("/1.1/submit-spam")))
                .size();

        stub.stubFor(post("/1.1/submit-spam").willReturn(thanks()));
        clock.putForward(Duration.ofMinutes(21));
        jobs.runDue();

        assertThat(stub.findAll(postRequestedFor(urlPathEqualTo("/1.1/submit-spam"))))
                .hasSizeGreaterThan(before);
    }

    @Test
    void a_changed_comment_is_checked_again() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        var said = reader.says("Harmless")
                .storedOn(blog.published(Blog.unique("Edit ")).write());
        stub.stubFor(post(CHECK).willReturn(ok("true")));

        reader.asking()
                .header("X-Comment-Token", said.token())
                .body(Map.of("text", "Buy now"))
                .patch(said.path())
                .then()
                .statusCode(200)
                .body("status", is("pending"));

        assertVerdict(said, "spam", "service", "akismet");
        assertThat(fields(last(CHECK)))
                .containsEntry("comment_content", "Buy now")
                .containsEntry("recheck_reason", "edit");
    }

    @Test
    void K7_what_is_sent_is_what_akismet_documents_and_no_secret() {
        stub.stubFor(post(CHECK).willReturn(ok("false")));
        var post = blog.published(Blog.unique("Secrets "))
                .with("password", "sesame")
                .write();

        var said = reader.says("Hello *you*")
                .sending("X-Post-Password", "sesame")
                .sending("Cookie", "session=cookie-secret")
                .sending("User-Agent", "Lynx/2.9")
                .sending("Referer", "https://front.example/post")
                .sending("Idempotency-Key", "idempotency-secret-1")
                .storedOn(post);

        var request = last(CHECK);
        assertThat(request.getBodyAsString())
                .doesNotContain("sesame", "cookie-secret", "idempotency-secret", said.token());
        assertThat(request.getHeaders().keys())
                .noneMatch(name -> name.equalsIgnoreCase("Cookie"))
                .noneMatch(name -> name.equalsIgnoreCase("Authorization"));
        assertThat(fields(request))
                .containsEntry("api_key", SwitchedAkismet.KEY)
                .containsEntry("blog", "http://localhost:8080")
                .containsEntry("user_ip", reader.address())
                .containsEntry("user_agent", "Lynx/2.9")
                .containsEntry("referrer", "https://front.example/post")
                .containsEntry("permalink", "http://localhost:8080/?p=" + post.id())
                .containsEntry("comment_type", "comment")
                .containsEntry("comment_author", reader.name())
                .containsEntry("comment_author_email", reader.email())
                .containsEntry("comment_content", "Hello *you*")
                .containsEntry("blog_charset", "UTF-8")
                .containsEntry("blog_lang", "en")
                .containsEntry("honeypot_field_name", "website")
                .containsEntry("is_test", "1")
                .containsKeys("comment_date_gmt", "comment_post_modified_gmt")
                .doesNotContainKeys("user_role", "comment_parent", "website");
    }

    @Test
    void the_key_is_verified_with_the_site() {
        stub.stubFor(post("/1.1/verify-key").willReturn(ok("valid")));

        akismet.verify(null);

        await().untilAsserted(() -> stub.verify(postRequestedFor(urlPathEqualTo("/1.1/verify-key"))
                .withFormParam("key", equalTo(SwitchedAkismet.KEY))));
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse().withStatus(200).withBody(body);
    }

    private static ResponseDefinitionBuilder thanks() {
        return ok("Thanks for making the web a better place.");
    }

    private LoggedRequest last(String path) {
        var all = stub.findAll(postRequestedFor(urlPathEqualTo(path)));
        return all.get(all.size() - 1);
    }

    private static Map<String, String> fields(LoggedRequest request) {
        var fields = new TreeMap<String, String>();
        request.formParameters().forEach((name, value) -> fields.put(name, value.firstValue()));
        return fields;
    }

    private void set(Reader.Said said, String status) {
        blog.asking().body(Map.of("status", status)).patch(said.path()).then().statusCode(200);
    }

    private void assertVerdict(Reader.Said said, String status, String cause, String reason) {
        blog.asking()
                .get(said.path())
                .then()
                .body("status", is(status), "verdict.cause", is(cause), "verdict.reason", is(reason));
    }

    private static ExaminedComment examined() {
        return new ExaminedComment(
                1,
                2,
                "https://blog.example/?p=2",
                Instant.parse("2026-05-04T07:00:00Z"),
                null,
                new CommentAuthor("Ada", "ada@example.org", ""),
                "",
                new Origin("192.0.2.7", "Lynx", ""),
                "Hello",
                0,
                false,
                "",
                FormAge.NOT_ASKED,
                Instant.parse("2026-05-04T08:00:00Z"),
                "");
    }
}
