package io.masthead.platform.db;

import io.agroal.api.AgroalDataSource;
import io.masthead.platform.process.ProcessEnd;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Checks every few seconds, on its own thread, whether the database answers. If H2 has closed itself, it
 * empties the connection pool so that new connections reopen it; if the database is gone for good, it ends the
 * process.
 */
@Singleton
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private final AgroalDataSource pool;
    private final ProcessEnd end;
    private final DatabaseLoss loss;
    private final DirectConnections connections;
    private Thread watching;

    DatabaseWatch(
            AgroalDataSource pool,
            ProcessEnd end,
            DatabaseWatchConfig config,
            DirectConnections connections,
            @ConfigProperty(name = "masthead.db.url") String url) {
        this.pool = pool;
        this.end = end;
        this.loss = new DatabaseLoss(url, config.giveUpAfter());
        this.connections = connections;
    }

    void begin(@Observes StartupEvent event) {
        watching = new Thread(this::watch, "database-watch");
        watching.setDaemon(true);
        watching.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watching.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(DatabaseLoss.INTERVAL.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            // The server is stopping.
        }
    }

    private void look() {
        try {
            ask();
            loss.answered();
        } catch (SQLException e) {
            LOG.debugf("The database does not answer: %s", e.getMessage());
            loss.failed(e).ifPresent(end::withMessage);
        } catch (RuntimeException e) {
            // Otherwise the watch would end.
            LOG.warn("Checking the database failed", e);
        }
    }

    private void ask() throws SQLException {
        try (var connection = pool.getConnection()) {
            requireValid(connection);
        } catch (SQLException e) {
            if (DatabaseUnavailable.isClosedH2(e)) {
                pool.flush(AgroalDataSource.FlushMode.ALL);
            }
            // The pool may be exhausted, or may hold connections that have ended.
            askDirectly();
        }
    }

    private void askDirectly() throws SQLException {
        try (var connection = connections.openBriefly()) {
            requireValid(connection);
        }
    }

    private static void requireValid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
