package io.masthead.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Gives every start of Masthead in a test an empty database: H2 in memory, or what {@code
 * -Dmasthead.test.database=postgresql} or {@code h2-file} asks for.
 *
 * <p>The annotation makes it serve all tests; none has to name it.
 */
@QuarkusTestResource(TestDatabase.class)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            var kind = System.getProperty("masthead.test.database", "h2");
            return switch (kind) {
                case "h2" -> Map.of("masthead.db.url", "jdbc:h2:mem:" + UUID.randomUUID());
                case "h2-file" -> Map.of("masthead.db.url", "jdbc:h2:file:" + newFile());
                case "postgresql" -> startPostgres();
                default -> throw new IllegalArgumentException("masthead.test.database=" + kind);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFile() throws IOException {
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        return Files.createTempDirectory(target, "h2-").resolve("masthead");
    }

    private Map<String, String> startPostgres() throws IOException {
        // The library turns it off for speed, and Masthead refuses to start without it.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start();
        return Map.of(
                "masthead.db.url", postgres.getJdbcUrl("postgres", "postgres"),
                "masthead.db.username", "postgres",
                "masthead.db.password", "postgres");
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
