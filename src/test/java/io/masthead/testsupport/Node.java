package io.masthead.testsupport;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server in a process of its own, of which a test can start several on one database.
 */
public final class Node implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private static final Path TARGET = Path.of("target");

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param settings as the environment tells them, without {@code MASTHEAD_} before the name
     */
    public static Node start(Map<String, String> settings) throws IOException {
        var port = freePort();
        var builder = new ProcessBuilder(packaged());
        // Every node of a database has the same; what the settings say wins.
        builder.environment().put("MASTHEAD_SECRETS_KEY", "a key for nodes, which is not a secret");
        settings.forEach((name, value) -> builder.environment().put("MASTHEAD_" + name, value));
        builder.environment().put("MASTHEAD_HTTP_PORT", Integer.toString(port));
        builder.environment().put("MASTHEAD_MANAGEMENT_PORT", Integer.toString(freePort()));
        var log = Path.of("target", "node-" + port + ".log").toFile();
        var node =
                new Node(builder.redirectErrorStream(true).redirectOutput(log).start(), port);
        await().atMost(STARTS_WITHIN).ignoreExceptions().until(node::answers);
        return node;
    }

    /**
     * A request to it by nobody, with a JSON body if it gets one, from an address that nobody else
     * has: it must be set to trust loopback as a proxy.
     */
    public RequestSpecification asking() {
        return RestAssured.given(new RequestSpecBuilder()
                .setBaseUri("http://localhost")
                .setPort(port)
                .setContentType(ContentType.JSON)
                .addHeader("X-Forwarded-For", Reader.guest().address())
                .build());
    }

    public RequestSpecification asking(String token) {
        return asking().auth().preemptive().oauth2(token);
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Ends it as a failure of the machine would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** The command that runs what the build has made last: the executable, or the jar. */
    static List<String> packaged() throws IOException {
        return packaged(TARGET);
    }

    static List<String> packaged(Path target) throws IOException {
        var made = new Properties();
        try (var in = Files.newBufferedReader(target.resolve("quarkus-artifact.properties"))) {
            made.load(in);
        }
        var path = target.resolve(made.getProperty("path")).toString();
        return switch (made.getProperty("type")) {
            case "native" -> List.of(path);
            case "jar" ->
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", path);
            default -> throw new IllegalStateException("Nothing that runs was built: " + made);
        };
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The node has ended; see target/node-" + port + ".log");
        }
        return asking().get("/api/v1/settings").statusCode() == 200;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
