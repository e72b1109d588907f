package io.masthead.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Readers and writers on two nodes at once. Each writer counts in the title of its own post, on one of the nodes, and
 * now and then withdraws it; readers without credentials read the posts and their list on both.
 */
public final class ReadsWhileWriting {

    private static final int POSTS = 8;
    private static final int READERS = 8;
    private static final int WRITES = 60;
    private static final int WITHDRAWN_EACH = 15;

    /** Begins the titles of this run. */
    private final String word = Blog.unique("Count");

    private final Pattern title = Pattern.compile("\"title\":\"" + word + " (\\d+) (\\d+)\"");
    private final List<Node> nodes;
    private final String token;
    private final Duration bound;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Counted> posts = new ArrayList<>();
    private final AtomicLong greatest = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    /** @param acknowledged when each count was confirmed, by {@link System#nanoTime} */
    private record Counted(int number, long id, Node node, ConcurrentSkipListMap<Integer, Long> acknowledged) {

        String path() {
            return "/api/v1/posts/" + id;
        }
    }

    private ReadsWhileWriting(List<Node> nodes, String token, Duration bound) {
        this.nodes = nodes;
        this.token = token;
        this.bound = bound;
    }

    /**
     * Fails if a read on the node of a confirmed write is older than it, or one on the other node older than the
     * bound, or if a withdrawn post is shown where it was withdrawn.
     *
     * @return the greatest age of a read, in nanoseconds: how long ago the change that it lacks was confirmed
     */
    public static long greatestAge(List<Node> nodes, String token, Duration bound) throws Exception {
        return new ReadsWhileWriting(nodes, token, bound).run();
    }

    private long run() throws Exception {
        for (int number = 0; number < POSTS; number++) {
            posts.add(created(number));
        }
        var threads = Executors.newFixedThreadPool(POSTS + READERS);
        try {
            var readers = new ArrayList<Callable<Void>>();
            for (int i = 0; i < READERS; i++) {
                var node = nodes.get(i % nodes.size());
                readers.add(() -> readUntilDone(node));
            }
            var reading = readers.stream().map(threads::submit).toList();
            var written = threads.invokeAll(posts.stream()
                    .map(post -> (Callable<Void>) () -> write(post))
                    .toList());
            writing.set(false);
            for (var task : written) {
                task.get();
            }
            for (var task : reading) {
                task.get();
            }
        } finally {
            writing.set(false);
            threads.shutdownNow();
        }
        // Otherwise nothing was tested.
        assertThat(seen.get()).isGreaterThan((long) POSTS * WRITES);
        return greatest.get();
    }

    private Counted created(int number) throws IOException, InterruptedException {
        var node = nodes.get(number % nodes.size());
        var answer = send(
                node,
                "POST",
                "/api/v1/posts",
                "{\"title\":\"%s\",\"status\":\"published\"}".formatted(title(number, 0)));
        assertThat(answer.statusCode()).isEqualTo(201);
        long id = Long.parseLong(
                answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", ""));
        var post = new Counted(number, id, node, new ConcurrentSkipListMap<>());
        post.acknowledged().put(0, System.nanoTime());
        return post;
    }

    private String title(int number, int count) {
        return "%s %d %d".formatted(word, number, count);
    }

    private Void write(Counted post) throws IOException, InterruptedException {
        for (int count = 1; count <= WRITES; count++) {
            change(post, Map.of("title", title(post.number(), count)));
            post.acknowledged().put(count, System.nanoTime());
            var own = read(post.node(), post.path());
            assertThat(own.body()).contains(title(post.number(), count));
            assertThat(read(post.node(), "/api/v1/posts?limit=50").body()).contains(title(post.number(), count));
            if (count % WITHDRAWN_EACH == 0) {
                change(post, Map.of("status", "draft"));
                assertThat(read(post.node(), post.path()).statusCode()).isEqualTo(404);
                assertThat(read(post.node(), "/api/v1/posts?limit=50").body())
                        .doesNotContain(title(post.number(), count));
                change(post, Map.of("status", "published"));
            }
        }
        return null;
    }

    private void change(Counted post, Map<String, String> fields) throws IOException, InterruptedException {
        var entry = fields.entrySet().iterator().next();
        var body = "{\"%s\":\"%s\"}".formatted(entry.getKey(), entry.getValue());
        assertThat(send(post.node(), "PATCH", post.path(), body).statusCode()).isEqualTo(200);
    }

    private Void readUntilDone(Node node) throws IOException, InterruptedException {
        while (writing.get()) {
            for (var post : posts) {
                check(node, post.path());
            }
            check(node, "/api/v1/posts?limit=50");
        }
        return null;
    }

    private void check(Node node, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var counts = title.matcher(read(node, path).body());
        while (counts.find()) {
            seen.incrementAndGet();
            var post = posts.get(Integer.parseInt(counts.group(1)));
            var missed = post.acknowledged().higherEntry(Integer.parseInt(counts.group(2)));
            if (missed != null && missed.getValue() < began) {
                long age = began - missed.getValue();
                greatest.accumulateAndGet(age, Math::max);
                assertThat(Duration.ofNanos(age))
                        .as("%s lacks a change", path)
                        .isLessThanOrEqualTo(node == post.node() ? Duration.ZERO : bound);
            }
        }
    }

    private HttpResponse<String> read(Node node, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Node node, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
