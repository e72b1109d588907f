package io.masthead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.FirstAdministrator;
import io.masthead.testsupport.Node;
import io.masthead.testsupport.ReadsWhileWriting;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What holds on one node holds on two, on the packaged server and one PostgreSQL. */
class TwoNodesIT {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String ME = "/api/v1/me";
    private static final String PASSWORD = "nine harbour cranes";
    private static final int AT_ONCE = 50;
    private static final int TIMES = 100;

    /** A second, with room for a busy machine; what a node keeps in memory lasts longer by itself. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static EmbeddedPostgres postgres;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .start();
        one = Node.start(settings());
        other = Node.start(settings());
    }

    @AfterAll
    static void stop() throws IOException {
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void fifty_refreshes_at_once_over_two_nodes_get_one_successor_each_time() throws Exception {
        var user = newUser("author");
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < TIMES; i++) {
                var token = signIn(one, user).getString("refreshToken");
                assertThat(successors(token, threads))
                        .as("time %d", i)
                        .hasSize(1)
                        .doesNotContain(token);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_is_suspended_on_one_node_writes_on_no_node_and_soon_reads_on_none() {
        var user = newUser("author");
        var token = signIn(one, user).getString("accessToken");
        other.asking(token).get(ME).then().statusCode(200);

        one.asking(FirstAdministrator.TOKEN)
                .body(Map.of("suspended", true))
                .patch("/api/v1/users/" + user.id())
                .then()
                .statusCode(200);

        other.asking(token)
                .body(Map.of("title", "Not any more"))
                .post("/api/v1/posts")
                .then()
                .statusCode(401);
        await().atMost(SOON).until(() -> other.asking(token).get(ME).statusCode() == 401);
        assertThat(attempt(other, user).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_revoked_on_one_node_is_soon_dead_on_the_other() {
        var user = newUser("author");
        var session = signIn(one, user).getString("accessToken");
        var made = one.asking(session)
                .body(Map.of("name", "For a test", "scopes", List.of("content:write")))
                .post(ME + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var token = made.getString("token");
        other.asking(token).get(ME).then().statusCode(200);

        one.asking(session).delete(ME + "/tokens/" + made.getLong("id")).then().statusCode(204);

        other.asking(token)
                .body("{\"title\": \"x\"}")
                .post("/api/v1/posts")
                .then()
                .statusCode(401);
        await().atMost(SOON).until(() -> other.asking(token).get(ME).statusCode() == 401);
    }

    @Test
    void what_was_revoked_stays_so_when_all_nodes_were_killed() throws IOException {
        var user = newUser("author");
        var session = signIn(one, user);
        one.asking()
                .body(Map.of("refreshToken", session.getString("refreshToken")))
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        one.kill();
        other.kill();
        one = Node.start(settings());
        other = Node.start(settings());

        for (var node : List.of(one, other)) {
            node.asking(session.getString("accessToken")).get(ME).then().statusCode(401);
            node.asking()
                    .body(Map.of("refreshToken", session.getString("refreshToken")))
                    .post(REFRESH)
                    .then()
                    .statusCode(401);
        }
        signIn(other, user);
    }

    @Test
    void a_setting_changed_on_one_node_soon_shows_on_the_other() {
        var title = Blog.unique("Two nodes");
        assertThat(title(other)).isNotEqualTo(title);

        one.asking(FirstAdministrator.TOKEN)
                .body(Map.of("title", title))
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);

        await().atMost(SOON).until(() -> title(other).equals(title));
    }

    @Test
    void a_read_from_memory_is_never_older_than_a_confirmed_write_and_soon_current_on_the_other_node(
            TestReporter reporter) throws Exception {
        long age = ReadsWhileWriting.greatestAge(List.of(one, other), FirstAdministrator.TOKEN, SOON);

        reporter.publishEntry("oldest read of the other node", "%.1f ms".formatted(age / 1e6));
    }

    private static String title(Node node) {
        return node.asking()
                .get("/api/v1/settings")
                .then()
                .statusCode(200)
                .extract()
                .path("title");
    }

    @Test
    void attempts_are_counted_on_both_nodes_together() {
        var user = newUser("subscriber");
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 40 && !statuses.contains(429); i++) {
            var node = i % 2 == 0 ? one : other;
            statuses.add(node.asking()
                    .header("X-Forwarded-For", "198.51.100.40")
                    .body(Map.of("login", user.login(), "password", "wrong one"))
                    .post(LOGIN)
                    .statusCode());
        }

        assertThat(statuses).endsWith(429).startsWith(401);
        // As many as one node alone would have let pass.
        assertThat(statuses).hasSize(11);
    }

    private static Set<String> successors(String token, ExecutorService threads) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            var node = i % 2 == 0 ? one : other;
            Callable<String> use = () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return node.asking()
                        .body(Map.of("refreshToken", token))
                        .post(REFRESH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("refreshToken");
            };
            answers.add(threads.submit(use));
        }
        var successors = new HashSet<String>();
        for (var answer : answers) {
            successors.add(answer.get(60, TimeUnit.SECONDS));
        }
        return successors;
    }

    private record User(long id, String login) {}

    private static User newUser(String role) {
        var login = Blog.unique("node");
        var id = one.asking(FirstAdministrator.TOKEN)
                .body(Map.of(
                        "login", login,
                        "email", login + "@example.org",
                        "name", "Somebody",
                        "role", role,
                        "password", PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return new User(id, login);
    }

    private static JsonPath signIn(Node node, User user) {
        return attempt(node, user).then().statusCode(200).extract().jsonPath();
    }

    private static Response attempt(Node node, User user) {
        return node.asking()
                .body(Map.of("login", user.login(), "password", PASSWORD))
                .post(LOGIN);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("DB_USERNAME", "postgres");
        settings.put("DB_PASSWORD", "postgres");
        settings.put("ADMIN_TOKEN", FirstAdministrator.TOKEN);
        settings.put("PROXIES_TRUSTED", "127.0.0.1,::1");
        settings.put("PASSWORDS_MEMORY", "7168");
        return settings;
    }
}
