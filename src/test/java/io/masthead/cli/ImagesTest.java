package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What container supervisors expect of the images. */
class ImagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void they_run_as_a_number_and_ask_for_health_where_it_answers(String name) throws IOException {
        var lines = Files.readAllLines(Path.of("docker", name));

        assertThat(lines.stream().filter(line -> line.startsWith("USER ")))
                .last()
                .asString()
                .matches("USER [1-9][0-9]*");
        assertThat(lines.stream().filter(line -> line.contains("/dev/tcp/")))
                .isNotEmpty()
                .allMatch(line -> line.contains(
                        "/${MASTHEAD_MANAGEMENT_HOST:-127.0.0.1}" + "/${MASTHEAD_MANAGEMENT_PORT:-9000} "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void they_end_when_memory_has_run_out(String name) throws IOException {
        assertThat(Files.readAllLines(Path.of("docker", name)))
                .filteredOn(line -> line.startsWith("ENTRYPOINT "))
                .singleElement()
                .asString()
                .contains("\"-XX:+ExitOnOutOfMemoryError\"");
    }
}
