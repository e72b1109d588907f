package io.masthead.testsupport;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server in a process of its own, of which a test can start several on one database.
 */
public final class Node implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

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
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-jar", "target/quarkus-app/quarkus-run.jar");
        // Every node of a database has the same; what the settings say wins.
        builder.environment().put("MASTHEAD_SECRETS_KEY", "a key for nodes, which is not a secret");
        settings.forEach((name, value) -> builder.environment().put("MASTHEAD_" + name, value));
        builder.environment().put("MASTHEAD_HTTP_PORT", Integer.toString(port));
        builder.environment().put("MASTHEAD_MANAGEMENT_PORT", Integer.toString(freePort()));
        var log = Path.of("target", "node-" + port + ".log").toFile();
        var node = new Node(builder.redirectErrorStream(true).redirectOutput(log).start(), port);
        await().atMost(STARTS_WITHIN).ignoreExceptions().until(node::answers);
        return node;
    }

    /**
     * A request to it by nobody, with a JSON body if it gets one, from an address that nobody else
     * has: it must be set to trust loopback as a proxy.
     */
    public RequestSpecification asking() {
        return RestAssured.given(
                new RequestSpecBuilder()
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
