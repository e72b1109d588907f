package io.masthead.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.Actor;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real exports, which are beside the project where it is developed. */
@OnBothDatabases
@QuarkusTest
class SharedFilesTest {

    private static final Actor OWNER = new Actor(1L, Role.ADMINISTRATOR.capabilities());

    @Inject
    ImportService imports;

    @Inject
    ImportRuns runs;

    @ParameterizedTest
    @CsvSource({
        "themeunittestdata.wordpress.xml, 58, 21, 37, 33, 68, 110, 70",
        "cc-labs-blog.scrubbed.xml, 219, 5, 0, 181, -1, -1, 0",
        "wpcf-wxr.xml, 23, 5, -1, 21, -1, -1, -1",
    })
    void all_that_a_real_export_has_is_taken_over_and_a_repeat_adds_nothing(
            String name, int posts, int pages, int media, int comments, int categories, int tags, int menuItems)
            throws IOException {
        var file = shared(name);
        var first = imported(file);

        assertThat(first.failure()).isNull();
        assertThat(first.status()).isEqualTo(ImportStatus.COMPLETED);
        var found = first.counts().stream().collect(Collectors.toMap(ImportCount::kind, count -> count));
        expect(found.get("posts"), posts);
        expect(found.get("pages"), pages);
        expect(found.get("media"), media);
        expect(found.get("comments"), comments);
        expect(found.get("categories"), categories);
        expect(found.get("tags"), tags);
        expect(found.get("menuItems"), menuItems);
        assertThat(first.recordsDone()).isEqualTo(first.recordsFound());

        var again = imported(file);
        assertThat(again.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(again.counts())
                .allSatisfy(count -> assertThat(count.written()).isZero());
        assertThat(again.counts())
                .allSatisfy(count -> assertThat(count.skipped()).isEqualTo(count.found()));
    }

    private static void expect(ImportCount count, int expected) {
        if (expected < 0) {
            return;
        }
        assertThat(count == null ? 0 : count.found()).isEqualTo(expected);
    }

    private Import imported(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return runs.finished(imports.start(file.getFileName().toString(), in, ImportOptions.DEFAULT, null, OWNER)
                    .id());
        }
    }

    private static Path shared(String name) {
        var folder = Path.of(System.getProperty("masthead.shared", "../shared")).resolve("data");
        var file = folder.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "There is no " + file);
        return file;
    }
}
