package io.masthead.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.masthead.media.fetch.SwitchedFetch;
import io.masthead.media.storage.FileSource;
import io.masthead.media.storage.LocalFile;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.storage.StoreFullException;
import io.masthead.platform.job.JobRunner;
import io.masthead.platform.outbound.guarded.FileServer;
import io.masthead.platform.outbound.guarded.TestDestinations;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.RawHttp;
import io.masthead.testsupport.TestClock;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store fails at each step: what is answered, and what is left. */
@OnBothDatabases
@QuarkusTest
class FailingStoreTest {

    /** The value of {@code masthead.media.storage} in tests. */
    private static final Path FOLDER = Path.of("target/media");

    /** The value of {@code quarkus.http.body.uploads-directory} in tests. */
    private static final Path SPOOL = Path.of("target/uploads");

    /** Longer than the first waits between attempts at a job. */
    private static final Duration LATER = Duration.ofHours(1);

    @Inject
    MediaStore store;

    @Inject
    JobRunner jobs;

    @Inject
    SwitchedFetch fetch;

    @Inject
    TestDestinations destinations;

    @Inject
    EntityManager entities;

    @Inject
    TestClock clock;

    private final Tokens tokens = new Tokens();
    private final byte[] picture = Pictures.png();
    private MediaStore working;
    private List<String> before;

    @BeforeEach
    void remember() {
        working = ClientProxy.unwrap(store);
        jobs.runDue(); // files that other tests have deleted
        before = files(FOLDER);
    }

    @AfterEach
    void repair() {
        use(working);
        clock.putRight();
    }

    @Test
    void a_full_store_is_said_and_nothing_is_left() {
        use(new Failing(working) {
            @Override
            public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
                throw full();
            }
        });
        upload().statusCode(507).body("code", is("storage_full"), "title", is("Insufficient Storage"));
        isUnchanged();
        use(new Failing(working) {
            @Override
            public boolean keep(StagedFile file, StorageKey key) throws IOException {
                throw full();
            }
        });
        upload().statusCode(507).body("code", is("storage_full"));
        isUnchanged();
        use(cleaningFailsWith("No space left on device"));
        upload().statusCode(507).body("code", is("storage_full"), "title", is("Insufficient Storage"));
        isUnchanged();
        use(working);
        upload().statusCode(201);
    }

    @Test
    void a_store_that_fails_is_not_taken_for_a_server_that_does() throws IOException {
        try (var server = new FileServer()) {
            server.at("/ferry.png", FileServer.ok("image/png", picture));
            destinations.open(server.port());
            fetch.on();
            use(new Failing(working) {
                @Override
                public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
                    bytes.readNBytes(10);
                    throw full();
                }
            });
            fetchFrom(server).statusCode(507).body("code", is("storage_full"));
            isUnchanged();
            await().until(() -> server.open() == 0);
            use(new Failing(working) {
                @Override
                public boolean keep(StagedFile file, StorageKey key) throws IOException {
                    throw new IOException("broken");
                }
            });
            fetchFrom(server).statusCode(503).body("detail", startsWith("The file could not be stored"));
            isUnchanged();
            use(working);
            fetchFrom(server).statusCode(201);
        } finally {
            fetch.off();
            destinations.closeAll();
        }
    }

    @Test
    void a_store_that_fails_in_the_middle_leaves_nothing() {
        use(new Failing(working) {
            @Override
            public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
                bytes.readNBytes(10);
                throw new IOException("broken");
            }
        });
        upload().statusCode(503).body("code", is("unavailable"), "detail", startsWith("The file could not be stored"));
        isUnchanged();
        use(new Failing(working) {
            @Override
            public boolean keep(StagedFile file, StorageKey key) throws IOException {
                throw new IOException("broken");
            }
        });
        upload().statusCode(503);
        isUnchanged();
        use(cleaningFailsWith("broken"));
        upload().statusCode(503).body("code", is("unavailable"), "detail", startsWith("The file could not be stored"));
        isUnchanged();
        use(working);
        upload().statusCode(201);
    }

    @Test
    void a_file_that_cannot_be_read_is_unavailable() {
        var path = upload().statusCode(201).extract().<String>path("url").replaceFirst("https?://[^/]+", "");
        use(new Failing(working) {
            @Override
            public Optional<FileSource> find(StorageKey key) throws IOException {
                throw new IOException("broken");
            }
        });
        given().get(path).then().statusCode(503);
        use(working);
        given().get(path).then().statusCode(200);
    }

    @Test
    void a_file_on_another_server_is_read_from_there_or_unavailable() {
        var path = upload().statusCode(201).extract().<String>path("url").replaceFirst("https?://[^/]+", "");
        var reading = new AtomicReference<Reading>((from, length) -> {
            throw new IOException("The S3 server answered 503 SlowDown: hunter2");
        });
        // One store, since the file is not looked up again after a failure.
        use(onOtherServer((from, length) -> reading.get().read(from, length)));
        given().get(path)
                .then()
                .statusCode(503)
                .body("detail", startsWith("The file cannot be read right now"))
                .body(not(containsString("hunter2")))
                .header("Cache-Control", not(containsString("public")))
                .header("Content-Disposition", nullValue());
        reading.set((from, length) -> {
            throw new NoSuchFileException("2026/05/a.png");
        });
        given().get(path).then().statusCode(404);
        reading.set((from, length) -> new ByteArrayInputStream(new byte[10_000], (int) from, (int) length));
        given().header("Range", "bytes=2-4")
                .get(path)
                .then()
                .statusCode(206)
                .header("Content-Length", is("3"))
                .header("Content-Type", is("image/png"))
                .header("Cache-Control", containsString("immutable"));
    }

    /** Bytes of another server in place of those of the folder. */
    private MediaStore onOtherServer(Reading reading) {
        return new Failing(working) {
            @Override
            public Optional<FileSource> find(StorageKey key) {
                return Optional.of(new FileSource.Remote() {
                    @Override
                    public InputStream read(long from, long length) throws IOException {
                        return reading.read(from, length);
                    }

                    @Override
                    public Optional<URI> temporaryUrl(String mimeType, String disposition) {
                        return Optional.empty();
                    }
                });
            }
        };
    }

    private interface Reading {

        InputStream read(long from, long length) throws IOException;
    }

    @Test
    void a_file_that_cannot_be_removed_is_removed_later() {
        var made = upload().statusCode(201).extract().jsonPath();
        var key = key(made);
        use(new Failing(working) {
            @Override
            public void remove(StorageKey key) throws IOException {
                throw new IOException("broken");
            }
        });
        delete(made.getLong("id"));
        jobs.runDue();
        assertThat(FOLDER.resolve(key)).exists();
        assertThat(rowsOf(key)).isEqualTo(1);
        given().get("/media/" + key).then().statusCode(404);

        // The address of the former file is not given to another until it is gone.
        var next = upload().statusCode(201).extract().jsonPath();
        assertThat(key(next)).isNotEqualTo(key);
        use(working);
        jobs.runDue();
        assertThat(FOLDER.resolve(key)).as("not yet tried again").exists();
        clock.putForward(LATER);
        jobs.runDue();
        assertThat(FOLDER.resolve(key)).doesNotExist();
        assertThat(rowsOf(key)).isZero();
        assertThat(FOLDER.resolve(key(next))).exists();
        assertThat(rowsOf(key(next))).isEqualTo(1);
        given().get("/media/" + key(next)).then().statusCode(200);
    }

    @Test
    void a_client_that_breaks_off_leaves_nothing() throws IOException {
        var head = "POST /api/v1/media HTTP/1.1|Host: a|Authorization: Bearer " + tokens.of(Role.AUTHOR)
                + "|Content-Type: image/png|Content-Disposition: attachment; filename=a.png|Content-Length: 900000||";
        var earlier = received();
        try (var client = RawHttp.open()) {
            client.send(head + "x".repeat(300_000));
            await().until(() -> !earlier.containsAll(received()));
        }
        await().untilAsserted(() -> {
            isUnchanged();
            assertThat(earlier).containsAll(received());
        });
    }

    /** What arrives, wherever it is kept until it is whole. */
    private static List<String> received() {
        return Stream.of(SPOOL, FOLDER.resolve(".incoming"))
                .flatMap(folder -> files(folder).stream())
                .toList();
    }

    /** A store in which the cleaned form of an image is begun and not finished. */
    private MediaStore cleaningFailsWith(String message) {
        return new Failing(working) {
            @Override
            public <E extends Exception> StagedFile rewrite(StagedFile file, Rewriting<E> rewriting)
                    throws IOException {
                Rewriting<RuntimeException> failing = (source, target) -> {
                    Files.write(target, picture);
                    throw new IOException(message);
                };
                return working.rewrite(file, failing);
            }
        };
    }

    private static String key(JsonPath media) {
        return media.getString("url").replaceFirst("https?://[^/]+/media/", "");
    }

    private long rowsOf(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from media_file where storage_key = :key")
                                        .setParameter("key", key)
                                        .getSingleResult())
                        .longValue());
    }

    private ValidatableResponse upload() {
        return tokens.as(Role.AUTHOR)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "ferry.png", picture, "image/png")
                .post("/api/v1/media")
                .then();
    }

    private ValidatableResponse fetchFrom(FileServer server) {
        return tokens.as(Role.AUTHOR)
                .body(Map.of("url", "http://files.test:" + server.port() + "/ferry.png"))
                .post("/api/v1/media/from-url")
                .then();
    }

    private void delete(long id) {
        tokens.as(Role.EDITOR)
                .queryParam("permanent", true)
                .delete("/api/v1/media/" + id)
                .then()
                .statusCode(204);
    }

    private void isUnchanged() {
        assertThat(files(FOLDER)).isEqualTo(before);
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoreFullException full() {
        return StoreFullException.because(new IOException("No space left on device"));
    }

    private void use(MediaStore other) {
        QuarkusMock.installMockForType(other, MediaStore.class);
    }

    /** Works but for what a test overrides. */
    private static class Failing implements MediaStore {

        private final MediaStore store;

        Failing(MediaStore store) {
            this.store = store;
        }

        @Override
        public StagedFile receive(InputStream bytes, long maxBytes) throws IOException {
            return store.receive(bytes, maxBytes);
        }

        @Override
        public <E extends Exception> StagedFile rewrite(StagedFile file, Rewriting<E> rewriting) throws IOException, E {
            return store.rewrite(file, rewriting);
        }

        @Override
        public boolean keep(StagedFile file, StorageKey key) throws IOException {
            return store.keep(file, key);
        }

        @Override
        public Optional<FileSource> find(StorageKey key) throws IOException {
            return store.find(key);
        }

        @Override
        public Optional<LocalFile> open(StorageKey key) throws IOException {
            return store.open(key);
        }

        @Override
        public void remove(StorageKey key) throws IOException {
            store.remove(key);
        }

        @Override
        public int sweep(Instant limit, Function<Collection<StorageKey>, Set<StorageKey>> known) throws IOException {
            return store.sweep(limit, known);
        }
    }
}
