package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ScratchFolderTest {

    private static final String JAVA = "java.io.tmpdir";
    private static final String UPLOADS = "quarkus.http.body.uploads-directory";
    private static final String VERTX = "quarkus.vertx.cache-directory";

    private final Map<String, String> before = new HashMap<>();

    @TempDir private Path folder;

    @BeforeEach
    void remember() {
        for (var name : List.of(JAVA, UPLOADS, VERTX)) {
            before.put(name, System.getProperty(name));
        }
    }

    @AfterEach
    void restore() {
        before.forEach(
                (name, value) -> {
                    if (value == null) {
                        System.clearProperty(name);
                    } else {
                        System.setProperty(name, value);
                    }
                });
    }

    @Test
    void it_is_beside_an_h2_file_for_its_owner_alone() throws IOException {
        assertThat(ScratchFolder.prepare(settings(h2()))).isEmpty();

        var scratch = folder.resolve("data/masthead.tmp");
        assertThat(System.getProperty(UPLOADS)).isEqualTo(scratch + "/uploads");
        assertThat(System.getProperty(VERTX)).isEqualTo(scratch + "/vertx-cache");
        assertThat(System.getProperty(JAVA)).isEqualTo(before.get(JAVA));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_killed_server_left_there_is_deleted() throws IOException {
        var left = folder.resolve("data/masthead.tmp/uploads/left");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half an import");

        assertThat(ScratchFolder.prepare(settings(h2()))).isEmpty();

        assertThat(folder.resolve("data/masthead.tmp")).isEmptyDirectory();
    }

    @Test
    void what_an_operator_has_chosen_stays() {
        var chosen =
                new SmallRyeConfigBuilder()
                        .withDefaultValue("masthead.db.url", h2())
                        .withDefaultValue(UPLOADS, "/elsewhere")
                        .build();

        assertThat(ScratchFolder.prepare(chosen)).isEmpty();

        assertThat(System.getProperty(UPLOADS)).isEqualTo(before.get(UPLOADS));
        assertThat(System.getProperty(VERTX)).startsWith(folder.toString());
    }

    @Test
    void libraries_are_led_there_where_they_cannot_write() {
        System.setProperty(JAVA, folder.resolve("missing").toString());

        assertThat(ScratchFolder.prepare(settings(h2()))).isEmpty();

        assertThat(System.getProperty(JAVA)).isEqualTo(folder + "/data/masthead.tmp");
    }

    @Test
    void with_postgresql_it_is_where_java_has_it() {
        assertThat(ScratchFolder.prepare(settings("jdbc:postgresql://localhost/masthead")))
                .isEmpty();

        assertThat(System.getProperty(UPLOADS)).isEqualTo(before.get(UPLOADS));
        assertThat(System.getProperty(VERTX)).isEqualTo(before.get(VERTX));
    }

    private String h2() {
        return "jdbc:h2:file:" + folder.resolve("data/masthead");
    }

    private static SmallRyeConfig settings(String url) {
        return new SmallRyeConfigBuilder().withDefaultValue("masthead.db.url", url).build();
    }
}
