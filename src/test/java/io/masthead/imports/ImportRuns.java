package io.masthead.imports;

import static org.awaitility.Awaitility.await;

import io.masthead.kernel.Actor;
import io.masthead.platform.job.JobRunner;
import io.masthead.user.Role;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Imports texts and waits for the result. */
@Singleton
class ImportRuns {

    static final Actor OWNER = new Actor(1L, Role.ADMINISTRATOR.capabilities());

    private final ImportService imports;
    private final JobRunner runner;

    ImportRuns(ImportService imports, JobRunner runner) {
        this.imports = imports;
        this.runner = runner;
    }

    Import of(String text) {
        return of(text, ImportOptions.DEFAULT);
    }

    Import of(String text, ImportOptions options) {
        var file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return finished(imports.start("test.xml", file, options, null, OWNER).id());
    }

    Import byOperator(String text, ImportOptions options) {
        var file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return finished(
                imports.startByOperator("test.xml", file, options, OWNER).id());
    }

    Import finished(long id) {
        runner.runDue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.get(id, OWNER).status().isOver());
        return imports.get(id, OWNER);
    }
}
