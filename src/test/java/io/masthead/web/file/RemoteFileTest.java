package io.masthead.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.masthead.media.address.FileAddress;
import io.masthead.media.address.ServedFile;
import io.masthead.media.storage.FileSource;
import io.masthead.media.storage.StorageKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other servers, sent by a server of Vert.x alone. */
class RemoteFileTest {

    private static final MediaRequest WANTED =
            new MediaRequest(new FileAddress.Stored(new StorageKey("2026/05/ferry-0123456789ab.png")), false);

    private static final String TAG = "0123456789abcdef0123456789abcdef";
    private static final int FAILED = 599;
    private static final int MEGABYTE = 1 << 20;

    /** More than all buffers between the two ends hold. */
    private static final int AHEAD = 24 * MEGABYTE;

    private final byte[] content = new byte[300_000];
    private final Vertx vertx = Vertx.vertx();
    private final FileResponse responses = new FileResponse(new SmallFiles(), new RemoteBytes());
    private final Remote remote = new Remote();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;
    private volatile boolean isPublic = true;
    private volatile long size = content.length;

    @BeforeEach
    void start() throws Exception {
        new Random(7).nextBytes(content);
        remote.reading = (from, length) -> new ByteArrayInputStream(content, (int) from, (int) length);
        var router = Router.router(vertx);
        router.get("/*")
                .handler(route -> responses
                        .send(route, WANTED, file(), isPublic)
                        .onFailure(e -> {
                            responses.reset(route);
                            route.response()
                                    .setStatusCode(FAILED)
                                    .end(e.getClass().getSimpleName());
                        }));
        router.head("/*").handler(route -> responses.send(route, WANTED, file(), isPublic));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private ServedFile file() {
        return new ServedFile("a.png", "image/png", true, size, TAG + TAG, remote, Set.of("media-1"));
    }

    @Test
    void a_whole_file_is_sent() throws Exception {
        var answer = get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(header(answer, "Content-Length")).isEqualTo("300000");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename=\"a.png\"");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "ETag")).isEqualTo('"' + TAG + '"');
        isClosed();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=70000-199999,70000,200000", "bytes=-4,299996,300000"})
    void a_part_is_sent(String range, int from, int to) throws Exception {
        var answer = get("Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes %d-%d/300000".formatted(from, to - 1));
        isClosed();
    }

    @Test
    void what_needs_no_bytes_does_not_ask_for_them() throws Exception {
        var head = client.send(
                HttpRequest.newBuilder(address())
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("300000");
        assertThat(get("If-None-Match", '"' + TAG + '"').statusCode()).isEqualTo(304);
        var beyond = get("Range", "bytes=300000-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */300000");
        assertThat(remote.opened).hasValue(0);
    }

    @Test
    void readers_of_public_files_are_sent_to_the_other_server() throws Exception {
        remote.url = URI.create("http://127.0.0.1:1/media/a.png?X-Amz-Signature=1");
        var answer = get();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo(remote.url.toString());
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().map())
                .doesNotContainKeys("etag", "content-type", "content-disposition", "surrogate-key", "cache-tag");
        assertThat(get("Range", "bytes=0-0").statusCode()).isEqualTo(302);
        assertThat(get("If-None-Match", '"' + TAG + '"').statusCode()).isEqualTo(304);

        isPublic = false;
        var hidden = get();
        assertThat(hidden.statusCode()).isEqualTo(200);
        assertThat(hidden.body()).isEqualTo(content);
        assertThat(header(hidden, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_failure_before_the_first_byte_is_told() throws Exception {
        remote.reading = (from, length) -> {
            throw new NoSuchFileException("a.png");
        };
        var missing = get();
        assertThat(missing.statusCode()).isEqualTo(FAILED);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).isEqualTo("NoSuchFileException");
        assertThat(missing.headers().map()).doesNotContainKeys("etag", "content-disposition");
        remote.reading = (from, length) -> failing(0);
        assertThat(get().statusCode()).isEqualTo(FAILED);
        remote.reading = (from, length) -> InputStream.nullInputStream();
        var empty = get("Range", "bytes=5-9");
        assertThat(empty.statusCode()).isEqualTo(FAILED);
        assertThat(empty.headers().map()).doesNotContainKeys("content-range");
        isClosed();
    }

    @Test
    void a_failure_in_the_middle_ends_the_connection() throws Exception {
        remote.reading = (from, length) -> failing(200_000);
        try (var socket = request()) {
            var received = socket.getInputStream().readAllBytes();
            assertThat(new String(received, StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200")
                    .contains("content-length: 300000");
            assertThat(received.length).isLessThan(300_000);
        }
        isClosed();
    }

    @Test
    void a_slow_client_is_waited_for_without_reading_ahead() throws Exception {
        size = 128L * MEGABYTE;
        var read = new AtomicLong();
        remote.reading = (from, length) -> counting(read, size);
        try (var socket = request()) {
            var in = socket.getInputStream();
            var before = new AtomicLong(-1);
            await("for all buffers to be full")
                    .until(() -> before.getAndSet(read.get()) == read.get() && read.get() > 0);
            assertThat(read).hasPositiveValue().hasValueLessThan(AHEAD);
            for (long taken = 0; taken < size; taken += in.readNBytes(MEGABYTE).length) {
                assertThat(read.get() - taken).isLessThan(AHEAD);
            }
        }
        isClosed();
    }

    @Test
    void a_client_that_goes_away_ends_the_reading() throws Exception {
        size = 1L << 40;
        var read = new AtomicLong();
        remote.reading = (from, length) -> counting(read, size);
        try (var socket = request()) {
            assertThat(socket.getInputStream().readNBytes(MEGABYTE)).hasSize(MEGABYTE);
        }
        isClosed();
    }

    @Test
    void a_client_that_goes_away_while_the_other_server_hangs_ends_the_reading() throws Exception {
        var answered = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        remote.reading = (from, length) -> {
            asked.countDown();
            waitFor(answered);
            return new ByteArrayInputStream(content);
        };
        try (var socket = request()) {
            assertThat(socket.isConnected()).isTrue();
            asked.await();
        }
        answered.countDown();
        isClosed();
    }

    @Test
    void other_servers_that_hang_hold_up_a_limited_number_of_requests() throws Exception {
        var answered = new CountDownLatch(1);
        remote.reading = (from, length) -> {
            waitFor(answered);
            return new ByteArrayInputStream(content);
        };
        var refused = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            var unused = client.sendAsync(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofByteArray())
                    .thenAccept(answer -> refused.addAndGet(answer.statusCode() == FAILED ? 1 : 0));
        }
        await().untilAtomic(refused, is(136));
        answered.countDown();
        isClosed();
        assertThat(get().statusCode()).isEqualTo(200);
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Fails after some bytes. */
    private static InputStream failing(int after) {
        return new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ < after) {
                    return 1;
                }
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int count = Math.min(length, after - read);
                if (count == 0) {
                    throw new IOException("cut off");
                }
                read += count;
                return count;
            }
        };
    }

    private static InputStream counting(AtomicLong read, long size) {
        return new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() > size ? -1 : 1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };
    }

    /** All streams that were opened. */
    private void isClosed() {
        await().untilAsserted(() -> {
            assertThat(remote.opened.get()).isPositive();
            assertThat(remote.closed).hasValue(remote.opened.get());
        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/a.png");
    }

    private HttpResponse<byte[]> get(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A request whose answer is not read yet. */
    private Socket request() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        OutputStream out = socket.getOutputStream();
        out.write("GET /a.png HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private interface Reading {

        InputStream read(long from, long length) throws IOException;
    }

    private static final class Remote implements FileSource.Remote {

        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private volatile Reading reading;
        private volatile URI url;

        @Override
        public InputStream read(long from, long length) throws IOException {
            var bytes = reading.read(from, length);
            opened.incrementAndGet();
            return new FilterInputStream(bytes) {
                @Override
                public void close() throws IOException {
                    closed.incrementAndGet();
                    super.close();
                }
            };
        }

        @Override
        public Optional<URI> temporaryUrl(String mimeType, String disposition) {
            return Optional.ofNullable(url);
        }
    }
}
