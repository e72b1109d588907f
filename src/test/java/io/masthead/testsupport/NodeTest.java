package io.masthead.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {

    @TempDir
    private Path target;

    @Test
    void an_executable_is_what_runs_where_one_was_built() throws IOException {
        built("path=masthead-runner\ntype=native\n");

        assertThat(Node.packaged(target)).containsExactly(target + "/masthead-runner");
    }

    @Test
    void else_java_runs_the_jar() throws IOException {
        built("path=quarkus-app/quarkus-run.jar\ntype=jar\n");

        assertThat(Node.packaged(target)).hasSize(3).endsWith("-jar", target + "/quarkus-app/quarkus-run.jar");
    }

    @Test
    void sources_alone_do_not_run() throws IOException {
        built("path=sources\ntype=native-sources\n");

        assertThatThrownBy(() -> Node.packaged(target)).hasMessageContaining("native-sources");
    }

    private void built(String properties) throws IOException {
        Files.writeString(target.resolve("quarkus-artifact.properties"), properties);
    }
}
