package io.masthead.platform.outbound.guarded;

import static io.masthead.platform.outbound.guarded.FileServer.answer;
import static io.masthead.platform.outbound.guarded.FileServer.chunked;
import static io.masthead.platform.outbound.guarded.FileServer.ok;
import static io.masthead.platform.outbound.guarded.FileServer.redirect;
import static io.masthead.platform.outbound.guarded.FileServer.silence;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.masthead.platform.outbound.guarded.FetchFailedException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and resolvers do to the guarded client. A server of this machine stands for a public one. */
class GuardedHttpTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final FetchLimits PATIENT = new FetchLimits(LONG, LONG, LONG, 1, LONG);
    private static final byte[] FILE = "a file".getBytes(UTF_8);
    private static final String HOST = "files.test";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final ConcurrentLinkedQueue<List<InetAddress>> resolved = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final Set<Integer> openPorts = ConcurrentHashMap.newKeySet();
    private FileServer server;
    private FileServer canary;
    private GuardedHttp http;

    /** The real rule, with one exception for each server that stands for a public one. */
    private final class Destinations implements DestinationRule {

        private final PublicDestinations real = new PublicDestinations();

        @Override
        public boolean allowsPort(int port) {
            return real.allowsPort(port) || openPorts.contains(port) || port == canary.port();
        }

        @Override
        public boolean allows(InetAddress address, int port) {
            return real.allows(address, port) || (isThisMachine(address) && openPorts.contains(port));
        }

        @Override
        public String ports() {
            return real.ports();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = new FileServer();
        canary = new FileServer();
        openPorts.add(server.port());
        use(PATIENT, null);
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        vertx.close();
        server.close();
        canary.close();
    }

    private void use(FetchLimits limits, TrustOptions trusted) {
        if (http != null) {
            http.close();
        }
        http = new GuardedHttp(vertx, this::resolve, new Destinations(), limits, trusted);
    }

    /** What was prepared, in turn; then this machine, whatever the name. Literal addresses are themselves. */
    private List<InetAddress> resolve(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        if (!host.endsWith(".test")) {
            return List.of(InetAddress.getAllByName(host));
        }
        var prepared = resolved.poll();
        return prepared == null ? List.of(address("127.0.0.1")) : prepared;
    }

    @Test
    void a_file_comes_with_what_is_said_of_it() throws IOException {
        server.at(
                "/a%20b.png?c=d",
                answer(
                        "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Disposition: inline\nContent-Length: 6",
                        FILE));

        try (var body = http.open(url("/a%20b.png?c=d#e"))) {
            assertThat(body.path()).isEqualTo("/a%20b.png");
            assertThat(body.length()).isEqualTo(FILE.length);
            assertThat(body.header("content-type")).isEqualTo("image/png");
            assertThat(body.header("Content-Disposition")).isEqualTo("inline");
            assertThat(body.header("X-Other")).isNull();
            assertThat(body.stream().readAllBytes()).isEqualTo(FILE);
            assertThat(body.stream().read()).isEqualTo(-1);
            assertThat(body.failure()).isNull();
        }
        var head = server.heads().get(0).toLowerCase(Locale.ROOT);
        assertThat(head.lines())
                .containsExactlyInAnyOrder(
                        "get /a%20b.png?c=d http/1.1",
                        "host: " + HOST + ":" + server.port(),
                        "user-agent: masthead",
                        "accept: */*",
                        "accept-encoding: identity",
                        "connection: close");
        await().until(() -> server.open() == 0);
    }

    @Test
    void bodies_without_a_length_end_with_their_last_chunk_or_the_connection() throws IOException {
        server.at("/chunked", answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", chunked(FILE, FILE)))
                .at("/closed", answer("HTTP/1.0 200 OK", FILE))
                .at("/empty", answer("HTTP/1.1 200 OK\nContent-Length: 0", new byte[0]));

        assertThat(get("/chunked")).isEqualTo("a filea file".getBytes(UTF_8));
        assertThat(get("/closed")).isEqualTo(FILE);
        assertThat(get("/empty")).isEmpty();
        try (var body = http.open(url("/chunked"))) {
            assertThat(body.length()).isEqualTo(-1);
        }
    }

    @Test
    void every_byte_arrives_in_order_however_slowly_it_is_read() throws IOException {
        var large = new byte[20_000_000];
        new Random(1).nextBytes(large);
        server.at("/large", ok("video/mp4", large));

        try (var body = http.open(url("/large"))) {
            var read = new byte[large.length];
            int at = 0;
            for (int size = 1; at < read.length; size = Math.min(size * 2, 100_000)) {
                at += body.stream().read(read, at, Math.min(size, read.length - at));
            }
            assertThat(body.stream().read()).isEqualTo(-1);
            assertThat(Arrays.equals(read, large)).isTrue();
        }
    }

    @Test
    void s38_little_is_received_before_it_is_read() throws IOException {
        var sent = new AtomicLong();
        server.at("/endless", endless(sent));

        try (var body = http.open(url("/endless"))) {
            assertThat(body.stream().read()).isEqualTo('x');
            var before = new AtomicLong(-1);
            // The server comes to wait for the reader: besides what is held here, that is what systems hold.
            await().pollInterval(Duration.ofMillis(300)).until(() -> before.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
        }
        await().until(() -> server.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a",
                "http://localhost:%d/a",
                "http://[::1]:%d/a",
                "http://[::ffff:127.0.0.1]:%d/a",
                "http://[::ffff:7f00:1]:%d/a",
                "http://[64:ff9b::7f00:1]:%d/a",
                "http://0.0.0.0:%d/a",
                "http://10.0.0.1:%d/a",
                "http://169.254.169.254:%d/a",
                "http://[fd00::1]:%d/a",
                "http://inside.test:%d/a"
            })
    void s35_an_address_that_is_not_public_is_refused_in_the_same_words_and_hears_nothing(String url)
            throws IOException {
        canary.at("/a", ok("image/png", FILE));
        var words = refusal(url.formatted(canary.port()), Reason.REFUSED_HOST);

        assertThat(words).matches("The host \\S+ has no public address\\.");
        // Where nothing listens.
        assertThat(refusal(url.formatted(8443), Reason.REFUSED_HOST)).isEqualTo(words);
        assertThat(canary.connections()).isZero();
    }

    @Test
    void s35_a_name_without_addresses_is_refused_in_the_same_words_too() throws IOException {
        resolved.add(List.of());
        var unknown = new GuardedHttp(
                vertx,
                host -> {
                    throw new UnknownHostException(host);
                },
                new Destinations(),
                PATIENT,
                null);

        assertThat(refusal(url("/a"), Reason.REFUSED_HOST)).isEqualTo("The host files.test has no public address.");
        assertThatThrownBy(() -> unknown.open(url("/a"))).hasMessage("The host files.test has no public address.");
        unknown.close();
    }

    @Test
    void s35_one_address_that_is_not_public_spoils_the_others() throws IOException {
        resolved.add(List.of(address("127.0.0.1"), address("10.0.0.1")));
        resolved.add(List.of(address("fe80::1"), address("127.0.0.1")));

        refusal(url("/a"), Reason.REFUSED_HOST);
        refusal(url("/a"), Reason.REFUSED_HOST);
        assertThat(server.connections()).isZero();
    }

    @Test
    void s36_the_connection_is_made_to_the_address_that_was_checked() throws IOException {
        server.at("/a", ok("image/png", FILE));
        resolved.add(List.of(named("elsewhere.invalid", "127.0.0.1")));
        resolved.add(List.of(address("10.0.0.1")));

        assertThat(get("/a")).isEqualTo(FILE);
        assertThat(lookups).hasValue(1);
        assertThat(server.heads().get(0).lines()).anyMatch(line -> line.equalsIgnoreCase("host: " + authority()));

        refusal(url("/a"), Reason.REFUSED_HOST);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void s36_each_redirect_is_checked_again() throws IOException {
        server.at("/a", redirect(302, "/b")).at("/b", ok("image/png", FILE));
        resolved.add(List.of(address("127.0.0.1")));
        resolved.add(List.of(address("192.168.0.1")));

        assertThat(refusal(url("/a"), Reason.REFUSED_HOST)).doesNotContain("192.168");
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_within_a_host_is_followed(int status) throws IOException {
        server.at("/a", redirect(status, "b/c.png")).at("/b/c.png", ok("image/png", FILE));

        try (var body = http.open(url("/a"))) {
            assertThat(body.path()).isEqualTo("/b/c.png");
            assertThat(body.stream().readAllBytes()).isEqualTo(FILE);
        }
        assertThat(lookups).hasValue(2);
        await().until(() -> server.open() == 0);
    }

    @Test
    void s37_redirects_to_elsewhere_are_not_followed() throws IOException {
        canary.at("/a", ok("image/png", FILE));
        var locations = List.of(
                "http://other.test:" + server.port() + "/b",
                "http://127.0.0.1:" + server.port() + "/b",
                "http://127.0.0.1:" + canary.port() + "/a",
                "http://" + HOST + ":" + canary.port() + "/a",
                "http://169.254.169.254/latest",
                "//[::1]:" + canary.port() + "/a",
                "file:///etc/passwd",
                "http://user:secret@" + authority() + "/b",
                "::");
        for (var location : locations) {
            server.at("/a", redirect(302, location));
            assertThat(refusal(url("/a"), Reason.REFUSED_REDIRECT)).doesNotContain("127.0.0.1", "secret");
        }
        assertThat(canary.connections()).isZero();
        assertThat(server.heads()).hasSize(locations.size());
        await().until(() -> server.open() == 0);
    }

    @Test
    void s37_redirects_end_after_three() throws IOException {
        server.at("/loop", redirect(302, "/loop"))
                .at("/1", redirect(302, "/2"))
                .at("/2", redirect(302, "/3"))
                .at("/3", redirect(302, "/4"))
                .at("/4", ok("image/png", FILE));

        refusal(url("/loop"), Reason.REFUSED_REDIRECT);
        assertThat(server.heads()).hasSize(4);
        assertThat(get("/1")).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content",
                "HTTP/1.1 206 Partial Content\nContent-Length: 6",
                "HTTP/1.1 201 Created\nContent-Length: 6",
                "HTTP/1.1 302 Found\nContent-Length: 6",
                "HTTP/1.1 304 Not Modified",
                "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic\nContent-Length: 6",
                "HTTP/1.1 404 Not Found\nContent-Length: 6",
                "HTTP/1.1 501 Not Implemented\nContent-Length: 6",
                "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 6",
                "HTTP/1.1 200 OK\nContent-Encoding: identity, br\nContent-Length: 6",
                "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked",
                "HTTP/1.1 200 OK\nContent-Length: 6\nContent-Length: 7",
                "HTTP/1.1 200 OK\nContent-Length: -6",
                "HTTP/1.1 200 OK\nContent-Length: six",
                "SSH-2.0-OpenSSH_9.2",
                "220 mail.example.org ESMTP",
                "HTTP/1.1",
                ""
            })
    void s38_what_is_not_the_bytes_of_a_file_is_refused(String head) throws IOException {
        server.at("/a", answer(head, FILE));

        assertThat(refusal(url("/a"), Reason.REFUSED_RESPONSE)).doesNotContain("a file", "SSH", "ESMTP");
        await().until(() -> server.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void a_server_that_cannot_answer_now_is_told_from_one_that_refuses(int status) throws IOException {
        server.at("/a", answer("HTTP/1.1 %d Later\nContent-Length: 6".formatted(status), FILE));

        assertThat(refusal(url("/a"), Reason.BUSY))
                .contains(String.valueOf(status))
                .doesNotContain("a file");
    }

    @Test
    void an_identity_encoding_is_none() throws IOException {
        server.at("/a", answer("HTTP/1.1 200 OK\nContent-Encoding: Identity\nContent-Length: 6", FILE));

        assertThat(get("/a")).isEqualTo(FILE);
    }

    @Test
    void s38_heads_without_end_are_cut_off() throws IOException {
        server.at("/one", out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
            repeat(out, "x".repeat(1000));
        });
        server.at("/many", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            repeat(out, "X-Many: a\r\n");
        });
        server.at("/status", out -> repeat(out, "HTTP/1.1 200 OK"));
        server.at("/trailers", out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n".getBytes(UTF_8));
            repeat(out, "X-Many: a\r\n");
        });

        refusal(url("/one"), Reason.REFUSED_RESPONSE);
        refusal(url("/many"), Reason.REFUSED_RESPONSE);
        refusal(url("/status"), Reason.REFUSED_RESPONSE);
        assertFailsWhileReading("/trailers", Reason.INCOMPLETE);
        await().until(() -> server.open() == 0);
    }

    @Test
    void s38_a_body_that_ends_too_early_is_not_complete() throws IOException {
        server.at("/length", answer("HTTP/1.1 200 OK\nContent-Length: 7", FILE))
                .at("/chunk", answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "9\r\na file".getBytes(UTF_8)))
                .at("/chunks", answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "6\r\na file\r\n".getBytes(UTF_8)))
                .at("/broken", answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "zz\r\na file".getBytes(UTF_8)));

        for (var path : List.of("/length", "/chunk", "/chunks", "/broken")) {
            assertFailsWhileReading(path, Reason.INCOMPLETE);
        }
        await().until(() -> server.open() == 0);
    }

    @Test
    void s38_what_comes_after_the_length_is_not_read() throws IOException {
        server.at("/a", answer("HTTP/1.1 200 OK\nContent-Length: 3", FILE));

        assertThat(get("/a")).isEqualTo("a f".getBytes(UTF_8));
    }

    @Test
    void s38_a_server_that_does_not_answer_is_given_up() throws IOException {
        use(new FetchLimits(SHORT, LONG, LONG, 1, LONG), null);
        server.at("/silent", silence()).at("/half", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-".getBytes(UTF_8));
            out.flush();
            silence().write(out);
        });
        server.at("/drip", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            drip(out, "X: y\r\n");
        });

        for (var path : List.of("/silent", "/half", "/drip")) {
            refusal(url(path), Reason.TOO_SLOW);
        }
        await().until(() -> server.open() == 0);
    }

    @Test
    void s38_redirects_share_the_time_for_an_answer() throws IOException {
        use(new FetchLimits(SHORT, LONG, LONG, 1, LONG), null);
        server.at("/a", redirect(302, "/b")).at("/b", silence());

        refusal(url("/a"), Reason.TOO_SLOW);
    }

    @Test
    void s38_a_body_that_pauses_is_given_up() throws IOException {
        use(new FetchLimits(LONG, SHORT, LONG, 1, LONG), null);
        server.at("/a", paused());

        assertFailsWhileReading("/a", Reason.TOO_SLOW);
        await().until(() -> server.open() == 0);
    }

    @Test
    void s38_a_body_that_drips_is_given_up() throws IOException {
        use(new FetchLimits(LONG, LONG, SHORT, 1_000_000, LONG), null);
        server.at("/a", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(UTF_8));
            drip(out, "x");
        });

        assertFailsWhileReading("/a", Reason.TOO_SLOW);
        await().until(() -> server.open() == 0);
    }

    @Test
    void s38_a_body_without_end_is_given_up() throws IOException {
        use(new FetchLimits(LONG, LONG, LONG, 1, SHORT), null);
        server.at("/a", endless(new AtomicLong()));

        assertFailsWhileReading("/a", Reason.TOO_SLOW);
        await().until(() -> server.open() == 0);
    }

    @Test
    void a_resolver_that_does_not_answer_is_given_up_in_the_same_words() throws IOException {
        var never = new CountDownLatch(1);
        var stuck = new GuardedHttp(
                vertx,
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of(address("127.0.0.1"));
                },
                new Destinations(),
                new FetchLimits(SHORT, LONG, LONG, 1, LONG),
                null);

        assertThatThrownBy(() -> stuck.open(url("/a"))).hasMessage("The host files.test has no public address.");
        assertThat(server.connections()).isZero();
        stuck.close();
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_so_and_another_address_is_tried() throws IOException {
        server.at("/a", ok("image/png", FILE));
        var gone = new FileServer();
        gone.close();
        openPorts.add(gone.port());
        assertThat(refusal("http://" + HOST + ":" + gone.port() + "/a", Reason.UNREACHABLE))
                .isEqualTo("The server files.test cannot be reached.");

        resolved.add(List.of(address("::1"), address("127.0.0.1")));
        assertThat(get("/a")).isEqualTo(FILE);
    }

    @Test
    void a_certificate_must_be_trusted_and_of_this_name() throws Exception {
        var certificate = TestCertificates.of(HOST, folder);
        try (var secure = new FileServer(certificate.server())) {
            openPorts.add(secure.port());
            secure.at("/a", ok("image/png", FILE));
            var url = "https://%s:" + secure.port() + "/a";

            refusal(url.formatted(HOST), Reason.UNTRUSTED);
            use(PATIENT, certificate.trusted());
            try (var body = http.open(url.formatted(HOST))) {
                assertThat(body.stream().readAllBytes()).isEqualTo(FILE);
            }
            refusal(url.formatted("other.test"), Reason.UNTRUSTED);
            assertThat(secure.heads()).hasSize(1);

            server.at("/secure", redirect(301, url.formatted(HOST)));
            try (var body = http.open(url("/secure"))) {
                assertThat(body.stream().readAllBytes()).isEqualTo(FILE);
            }
            secure.at("/a", redirect(301, url("/secure")));
            refusal(url.formatted(HOST), Reason.REFUSED_REDIRECT);
        }
    }

    @Test
    void what_is_closed_before_its_end_ends_the_connection() throws IOException {
        server.at("/a", endless(new AtomicLong()));

        try (var body = http.open(url("/a"))) {
            assertThat(body.stream().read()).isEqualTo('x');
        }

        await().until(() -> server.open() == 0);
    }

    private byte[] get(String path) throws IOException {
        try (var body = http.open(url(path))) {
            return body.stream().readAllBytes();
        }
    }

    private String refusal(String url, Reason reason) {
        var thrown = new FetchFailedException[1];
        assertThatThrownBy(() -> http.open(url)).isInstanceOfSatisfying(FetchFailedException.class, e -> thrown[0] = e);
        assertThat(thrown[0].reason()).as(thrown[0].getMessage()).isEqualTo(reason);
        return thrown[0].getMessage();
    }

    private void assertFailsWhileReading(String path, Reason reason) throws IOException {
        try (var body = http.open(url(path))) {
            assertThatThrownBy(() -> body.stream().transferTo(OutputStream.nullOutputStream()))
                    .as(path)
                    .isSameAs(body.failure())
                    .isInstanceOfSatisfying(
                            FetchFailedException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
            // It does not look complete afterwards.
            InputStream stream = body.stream();
            assertThatThrownBy(stream::read).isSameAs(body.failure());
        }
    }

    private String url(String path) {
        return "http://" + authority() + path;
    }

    private String authority() {
        return HOST + ":" + server.port();
    }

    private static boolean isThisMachine(InetAddress address) {
        return Stream.of("127.0.0.1", "::1")
                .anyMatch(literal -> address(literal).equals(address));
    }

    private static InetAddress address(String literal) {
        return named(null, literal);
    }

    private static InetAddress named(String name, String literal) {
        try {
            return InetAddress.getByAddress(name, InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static FileServer.Answer paused() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nxxx".getBytes(UTF_8));
            out.flush();
            silence().write(out);
        };
    }

    private static FileServer.Answer endless(AtomicLong sent) {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            var chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(UTF_8);
            while (true) {
                out.write(chunk);
                sent.addAndGet(chunk.length);
            }
        };
    }

    private static void repeat(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        while (true) {
            out.write(bytes);
        }
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        while (true) {
            out.write(text.getBytes(UTF_8));
            out.flush();
            Thread.sleep(10);
        }
    }
}
