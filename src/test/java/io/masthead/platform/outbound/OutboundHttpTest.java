package io.masthead.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Malicious servers, each for one request: who asks twice must be told that the connection closes. */
class OutboundHttpTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final OutboundHttp http = new OutboundHttp(vertx);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private Thread serving;

    /** The server's behaviour after reading the head of a request. */
    private interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        http.close();
        vertx.close();
    }

    @Test
    void a_response_has_status_headers_and_body() {
        serve(text("HTTP/1.1 201 Created\r\nX-Said: Yes\r\nContent-Length: 6\r\n\r\nHall\u00f6"));

        var answer = ask(LONG, OutboundBody.form("a=1"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("x-said", "Yes");
        assertThat(answer.body()).isEqualTo("Hall\u00f6");
        assertThat(heard.get(0)).startsWith("POST /there?b=2 ");
        assertThat(heard)
                .anyMatch(line -> line.equalsIgnoreCase("user-agent: Masthead"))
                .anyMatch(line -> line.equalsIgnoreCase("x-asked: Please"))
                .noneMatch(line -> line.matches("(?i)accept-encoding.*"));
    }

    @Test
    void a_body_has_its_type_and_a_post_need_not_have_one() {
        serve(text("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        ask(LONG, OutboundBody.json("{}"));
        assertThat(heard)
                .anyMatch(line -> line.equalsIgnoreCase("content-type: application/json"))
                .anyMatch(line -> line.equalsIgnoreCase("content-length: 2"));

        heard.clear();
        serve(text("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        ask(LONG, null);
        assertThat(heard.get(0)).startsWith("POST ");
        assertThat(heard)
                .anyMatch(line -> line.equalsIgnoreCase("content-length: 0"))
                .noneMatch(line -> line.matches("(?i)content-type.*"));
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        serve(text("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));

        assertThat(ask(HttpMethod.GET, LONG, null).status()).isEqualTo(302);
        assertThat(heard).noneMatch(line -> line.contains("/elsewhere"));
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        serve(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            var chunk = bytes("1000\r\n" + "x".repeat(0x1000) + "\r\n");
            while (true) {
                out.write(chunk);
            }
        });

        assertFails("too large", LONG);
        assertHungUp();
    }

    @Test
    void an_answer_that_drips_is_given_up_in_time() {
        serve(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(10);
            }
        });

        assertFails("no complete response", Duration.ofMillis(300));
        assertHungUp();
    }

    @Test
    void no_answer_at_all_is_given_up_in_time() {
        serve(out -> Thread.sleep(LONG.toMillis()));

        assertFails("no complete response", Duration.ofMillis(100));
        serving.interrupt();
    }

    @Test
    void an_unreachable_server_fails_and_the_message_repeats_nothing() throws IOException {
        server.close();

        assertThatThrownBy(() -> ask(LONG, OutboundBody.form("secret=1")))
                .isInstanceOf(OutboundFailedException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("there");
    }

    private OutboundAnswer ask(Duration total, OutboundBody body) {
        return ask(HttpMethod.POST, total, body);
    }

    private OutboundAnswer ask(HttpMethod method, Duration total, OutboundBody body) {
        var url = "http://127.0.0.1:" + server.getLocalPort() + "/there?b=2";
        var request = new OutboundRequest(method, url, Map.of("X-Asked", "Please"), body, LONG, total);
        return http.send(request).await().atMost(LONG);
    }

    private void assertFails(String why, Duration total) {
        assertThatThrownBy(() -> ask(HttpMethod.GET, total, null))
                .isInstanceOf(OutboundFailedException.class)
                .hasMessageContaining(why);
    }

    /** The server could not write any more. */
    private void assertHungUp() {
        await().until(() -> !serving.isAlive());
    }

    private void serve(Behaviour behaviour) {
        serving = new Thread(() -> {
            try (Socket socket = server.accept()) {
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    heard.add(line);
                }
                behaviour.answer(socket.getOutputStream());
                socket.shutdownOutput();
                drain(in);
            } catch (IOException | InterruptedException e) {
                // The client has disconnected, or the test has ended.
            }
        });
        serving.setDaemon(true);
        serving.start();
    }

    /** Closing a socket with unread bytes resets the connection, and the client may lose the answer. */
    private static void drain(BufferedReader in) throws IOException {
        while (in.read() >= 0) {
            // The body of the request.
        }
    }

    private static Behaviour text(String answer) {
        return out -> out.write(bytes(answer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
