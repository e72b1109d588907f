package io.masthead.platform.db;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Limits what the statements of a transaction take: their time, and one core of the database. */
@Singleton
public class StatementLimit {

    private final EntityManager entities;
    private final Database database;

    StatementLimit(EntityManager entities, @ConfigProperty(name = "masthead.db.url") String url) {
        this.entities = entities;
        this.database = Database.of(url).orElseThrow();
    }

    /**
     * Must be called in a transaction; the limit applies to each statement of the work. A statement that takes
     * longer fails as if the database did not answer in time.
     */
    public <T> T within(Duration limit, Callable<T> work) throws Exception {
        switch (database) {
            // They end with the transaction. Parallel workers would take the cores that other reads need.
            case POSTGRESQL ->
                execute("set local statement_timeout = " + limit.toMillis()
                        + "; set local max_parallel_workers_per_gather = 0");
            case H2 -> execute("set query_timeout " + limit.toMillis());
        }
        try {
            return work.call();
        } finally {
            if (database == Database.H2) {
                // The connection keeps the limit when it returns to the pool.
                execute("set query_timeout 0");
            }
        }
    }

    private void execute(String command) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(command);
            }
        });
    }
}
