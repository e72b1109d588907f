package io.masthead.adapter.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.media.storage.FileSource;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.MediaStoreContract;
import io.masthead.media.storage.StagingFolder;
import io.masthead.media.storage.StoreFullException;
import io.masthead.media.storage.UnreadableBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3StoreTest extends MediaStoreContract {

    private static final String PREFIX = "site/";

    @TempDir
    Path folder;

    private FakeS3 server;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        server = new FakeS3();
        store = store(false);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private S3Store store(boolean redirect) {
        var bucket = S3Client.bucket(FakeS3.BUCKET, new TestConfig(server.endpoint(), redirect));
        return new S3Store(bucket, PREFIX, new StagingFolder(folder), redirect);
    }

    @Test
    void parts_of_a_file_are_read() throws IOException {
        keep(KEY);
        try (var some = source().read(1, 2)) {
            assertThat(some.readAllBytes()).containsExactly(2, 3);
        }
        assertThatThrownBy(() -> source().read(3, 1)).isInstanceOf(IOException.class);
        server.requests.clear();
        store.find(KEY);
        assertThat(server.requests).as("finding asks nobody").isEmpty();
    }

    @Test
    void nothing_is_overwritten_by_two_nodes_at_the_same_moment() throws IOException {
        // The other node writes between the question and the upload.
        server.fault = exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                server.put(PREFIX + KEY, new byte[] {9}, NOON);
            }
            return false;
        };
        try (var staged = received()) {
            assertThat(store.keep(staged, KEY)).isFalse();
        }
        assertThat(server.bytes(PREFIX + KEY)).containsExactly(9);
    }

    @Test
    void a_server_without_conditional_writes_is_asked_before() throws IOException {
        server.isConditional = false;
        keep(KEY);
        keep(OTHER);
        try (var staged = received()) {
            assertThat(store.keep(staged, KEY)).isFalse();
        }
        assertThat(server.requests.stream().filter(one -> one.startsWith("PUT")))
                .hasSize(3);
        assertThat(bytes(OTHER)).contains(BYTES);
    }

    @Test
    void a_large_file_is_sent_in_parts_and_appears_whole() throws IOException {
        var size = S3Bucket.PART + 5;
        try (var staged = store.receive(repeated(size), size)) {
            assertThat(store.keep(staged, KEY)).isTrue();
        }
        assertThat(server.bytes(PREFIX + KEY)).isEqualTo(repeated(size).readAllBytes());
        assertThat(server.requests.stream().filter(one -> one.contains("partNumber=")))
                .hasSize(2);
        assertThat(server.uploads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST"})
    void a_large_file_that_fails_or_comes_second_leaves_no_parts(String method) throws IOException {
        var size = S3Bucket.PART + 5;
        server.fault = exchange -> {
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            if (!exchange.getRequestMethod().equals(method) || !query.contains("uploadId")) {
                return false;
            }
            if (method.equals("PUT")) {
                return FakeS3.error(500, "InternalError").answer(exchange);
            }
            server.put(PREFIX + KEY, new byte[] {9}, NOON); // by another node
            return false;
        };
        try (var staged = store.receive(repeated(size), size)) {
            if (method.equals("PUT")) {
                assertThatThrownBy(() -> store.keep(staged, KEY)).isInstanceOf(S3Exception.class);
                assertThat(server.names()).isEmpty();
            } else {
                assertThat(store.keep(staged, KEY)).isFalse();
                assertThat(server.bytes(PREFIX + KEY)).containsExactly(9);
            }
        }
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void parts_of_broken_uploads_are_swept_if_the_server_tells_them() throws IOException {
        server.beginUpload(PREFIX + KEY, NOON.minus(DAY));
        server.beginUpload(PREFIX + OTHER, NOON);
        server.beginUpload("elsewhere/" + KEY, NOON.minus(DAY));
        store.sweep(NOON.plusSeconds(1), keys -> Set.of());
        assertThat(server.uploads()).containsExactlyInAnyOrder(PREFIX + OTHER, "elsewhere/" + KEY);

        keep(KEY);
        server.date(PREFIX + KEY, NOON.minus(DAY));
        server.fault =
                exchange -> String.valueOf(exchange.getRequestURI().getQuery()).contains("uploads")
                        && FakeS3.error(501, "NotImplemented").answer(exchange);
        assertThat(store.sweep(NOON.plusSeconds(1), keys -> Set.of())).isEqualTo(1);
    }

    @Test
    void what_was_uploaded_again_since_it_was_listed_is_not_swept() throws IOException {
        keep(KEY);
        server.date(PREFIX + KEY, NOON.minus(DAY));
        assertThat(store.sweep(NOON.plusSeconds(1), keys -> {
                    server.date(PREFIX + KEY, NOON);
                    return Set.of();
                }))
                .isZero();
        assertThat(kept()).containsExactly(KEY.value());
    }

    @Test
    void other_prefixes_of_the_bucket_are_not_touched() throws IOException {
        server.put("other/" + KEY, BYTES, NOON.minus(DAY));
        server.put(KEY.value(), BYTES, NOON.minus(DAY));
        assertThat(store.sweep(NOON.plusSeconds(1), keys -> Set.of())).isZero();
        assertThat(bytes(KEY)).isEmpty();
        assertThat(server.names()).containsExactlyInAnyOrder("other/" + KEY, KEY.value());
    }

    @ParameterizedTest
    @CsvSource({"403,AccessDenied", "403,SignatureDoesNotMatch", "500,InternalError", "503,SlowDown", "404,NoSuchBucket"
    })
    void refusals_and_failures_of_the_server_are_failures_of_the_store(int status, String code) throws IOException {
        keep(KEY);
        server.fault = FakeS3.error(status, code);
        assertThatThrownBy(() -> source().read(0, 3))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(code)
                .hasMessageNotContainingAny(FakeS3.ACCESS_KEY, TestConfig.SECRET);
        assertThatThrownBy(() -> store.remove(KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.sweep(NOON, keys -> Set.of())).isInstanceOf(IOException.class);
        try (var staged = received()) {
            assertThatThrownBy(() -> store.keep(staged, OTHER)).isInstanceOf(IOException.class);
        }
        server.fault = null;
        assertThat(kept()).containsExactly(KEY.value());
        assertThat(arriving()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 502})
    void an_answer_that_is_not_of_s3_is_understood_by_its_status(int status) throws IOException {
        server.fault = exchange -> {
            if (!exchange.getRequestMethod().equals("PUT")) {
                return false;
            }
            exchange.getRequestBody().readAllBytes();
            var page = "<html>gateway</html>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            return true;
        };
        try (var staged = received()) {
            if (status == 412) {
                assertThat(store.keep(staged, KEY)).isFalse();
            } else {
                assertThatThrownBy(() -> store.keep(staged, KEY))
                        .isInstanceOf(S3Exception.class)
                        .hasMessageContaining("502")
                        .hasMessageNotContaining("gateway");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"507,XMinioStorageFull", "403,QuotaExceeded"})
    void a_full_server_is_told_from_other_failures(int status, String code) throws IOException {
        server.fault = exchange -> exchange.getRequestMethod().equals("PUT")
                && FakeS3.error(status, code).answer(exchange);
        try (var staged = received()) {
            assertThatThrownBy(() -> store.keep(staged, KEY)).isInstanceOf(StoreFullException.class);
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_failure() throws IOException {
        server.close();
        assertThatThrownBy(() -> source().read(0, 3)).isInstanceOf(ConnectException.class);
        try (var staged = received()) {
            assertThatThrownBy(() -> store.keep(staged, KEY)).isInstanceOf(IOException.class);
        }
        assertThat(arriving()).isEmpty();
    }

    @Test
    void an_answer_that_breaks_off_is_a_failure() throws IOException {
        keep(KEY);
        server.fault = exchange -> {
            if (!exchange.getRequestMethod().equals("GET")) {
                return false;
            }
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-2/3");
            exchange.sendResponseHeaders(206, 3);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            return true;
        };
        assertThatThrownBy(() -> bytes(KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.open(KEY))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UnreadableBodyException.class);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void a_temporary_url_gives_the_file_to_anybody() throws Exception {
        keep(KEY);
        assertThat(source().temporaryUrl("image/png", "inline")).isEmpty();
        store = store(true);
        var url = source().temporaryUrl("image/png", "attachment; filename=\"a.png\"")
                .orElseThrow();
        assertThat(url.toString()).contains("X-Amz-Expires=600").doesNotContain(TestConfig.SECRET);
        server.requests.clear();
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a.png\"");
    }

    private FileSource.Remote source() {
        return (FileSource.Remote) store.find(KEY).orElseThrow();
    }

    /** Without the bytes in memory. */
    private static InputStream repeated(long size) {
        return new InputStream() {
            private long read;

            @Override
            public int read() {
                return read == size ? -1 : (int) (read++ * 31 & 0xff);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = (int) Math.min(length, size - read);
                for (int i = 0; i < count; i++) {
                    buffer[offset + i] = (byte) (read++ * 31);
                }
                return count == 0 && length > 0 ? -1 : count;
            }
        };
    }

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected List<String> kept() {
        return server.names().stream()
                .map(name -> name.substring(PREFIX.length()))
                .toList();
    }

    @Override
    protected List<String> arriving() throws IOException {
        return filesBelow(folder);
    }

    @Override
    protected void keepForeign(String name) {
        server.put(PREFIX + name, BYTES, NOON);
    }

    @Override
    protected void date(String name, Instant time) {
        server.date(PREFIX + name, time);
    }

    @Override
    protected String removedFolder() {
        return "removed";
    }
}
