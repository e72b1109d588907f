package io.masthead.imports;

import io.masthead.kernel.Actor;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobRunner;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Imports the sample publication into a new site, by a normal import, before the first request is served. */
@ApplicationScoped
@RegisterResources(globs = SamplePublication.FILE)
class SamplePublication {

    private static final Logger LOG = Logger.getLogger(SamplePublication.class);
    static final String FILE = "sample/publication.xml";

    /** After the first start has created the administrator. */
    private static final int LATE = 10_000;

    private final boolean wanted;
    private final ImportService imports;
    private final ImportRepository repository;
    private final JobRunner runner;

    SamplePublication(
            @ConfigProperty(name = "masthead.sample") boolean wanted,
            ImportService imports,
            ImportRepository repository,
            JobRunner runner) {
        this.wanted = wanted;
        this.imports = imports;
        this.repository = repository;
        this.runner = runner;
    }

    void onStart(@Observes @Priority(LATE) StartupEvent event) {
        if (!wanted || !Transactions.requiringNew().call(repository::siteIsEmpty)) {
            return;
        }
        var administrator = new Actor(User.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.capabilities());
        var options =
                new ImportOptions(ImportOptions.DEFAULT.users(), ImportOptions.DEFAULT.roles(), Role.AUTHOR, true);
        try (var file = open()) {
            imports.start("publication.xml", file, options, null, administrator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runner.runDue();
        LOG.info("Imported the sample publication; MASTHEAD_SAMPLE=false prevents this in a new database");
    }

    private static InputStream open() throws IOException {
        var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE);
        if (file == null) {
            throw new IOException(FILE + " is not packed");
        }
        return file;
    }
}
