package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("moves the folder for temporary files")
class TemporaryFolderTest {

    private static final String POSTGRESQL = "jdbc:postgresql://localhost/masthead";
    private static final String JAVA = "java.io.tmpdir";
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";
    private static final String VERTX = "quarkus.vertx.cache-directory";

    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void remember() {
        for (var name : List.of(JAVA, UPLOADS, VERTX)) {
            before.put(name, System.getProperty(name));
        }
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void it_is_beside_an_h2_file_for_its_owner_alone() throws IOException {
        assertThat(TemporaryFolder.prepare(settings(h2()))).isEmpty();

        var scratch = folder.resolve("data/masthead.tmp");
        assertThat(System.getProperty(UPLOADS)).isEqualTo(scratch + "/uploads");
        assertThat(System.getProperty(VERTX)).isEqualTo(scratch + "/vertx-cache");
        assertThat(System.getProperty(JAVA)).isEqualTo(before.get(JAVA));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch)))
                .isEqualTo("rwx------");
    }

    @Test
    void files_of_a_killed_server_are_deleted() throws IOException {
        var left = folder.resolve("data/masthead.tmp/uploads/left");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half an import");

        assertThat(TemporaryFolder.prepare(settings(h2()))).isEmpty();

        assertThat(folder.resolve("data/masthead.tmp")).isEmptyDirectory();
    }

    @Test
    void configured_folders_stay() {
        var chosen = new SmallRyeConfigBuilder()
                .withDefaultValue("masthead.db.url", h2())
                .withDefaultValue(UPLOADS, "/elsewhere")
                .build();

        assertThat(TemporaryFolder.prepare(chosen)).isEmpty();

        assertThat(System.getProperty(UPLOADS)).isEqualTo(before.get(UPLOADS));
        assertThat(System.getProperty(VERTX)).startsWith(folder.toString());
    }

    @Test
    void libraries_use_the_folder_if_theirs_is_not_writable() {
        System.setProperty(JAVA, folder.resolve("missing").toString());

        assertThat(TemporaryFolder.prepare(settings(h2()))).isEmpty();

        assertThat(System.getProperty(JAVA)).isEqualTo(folder + "/data/masthead.tmp");
    }

    @Test
    void with_postgresql_it_is_the_users_own_where_java_has_such_files() throws IOException {
        System.setProperty(JAVA, folder.toString());
        Files.createDirectory(ofUser());

        assertThat(TemporaryFolder.prepare(settings(POSTGRESQL))).isEmpty();

        assertThat(System.getProperty(UPLOADS)).isEqualTo(ofUser() + "/uploads");
        assertThat(System.getProperty(VERTX)).isEqualTo(before.get(VERTX));
        assertThat(System.getProperty(JAVA)).isEqualTo(folder.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ofUser())))
                .isEqualTo("rwx------");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(ofUser()));
    }

    @Test
    void where_its_name_is_taken_it_has_another_for_its_owner_alone() throws IOException {
        System.setProperty(JAVA, folder.toString());
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(ofUser(), elsewhere);

        assertThat(TemporaryFolder.prepare(settings(POSTGRESQL))).isEmpty();

        var own = Path.of(System.getProperty(UPLOADS)).getParent();
        assertThat(own).isNotEqualTo(ofUser()).hasParent(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
    }

    @Test
    void uploads_of_another_node_stay_unless_they_are_stale() throws IOException {
        System.setProperty(JAVA, folder.toString());
        var uploads = Files.createDirectories(ofUser().resolve("uploads"));
        var present = Files.writeString(uploads.resolve("present"), "half an import");
        var left = Files.writeString(uploads.resolve("left"), "half an import");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        assertThat(TemporaryFolder.prepare(settings(POSTGRESQL))).isEmpty();

        assertThat(uploads).isDirectoryContaining(path -> path.equals(present));
        assertThat(left).doesNotExist();
    }

    private Path ofUser() {
        return folder.resolve("masthead-" + System.getProperty("user.name"));
    }

    private String h2() {
        return "jdbc:h2:file:" + folder.resolve("data/masthead");
    }

    private static SmallRyeConfig settings(String url) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("masthead.db.url", url)
                .build();
    }
}
