package io.masthead.platform.db;

import io.agroal.api.AgroalDataSource;
import io.masthead.platform.process.ProcessEnd;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the database every few seconds whether it is there, on a thread of its own. It frees the
 * pool of connections to an H2 that has closed itself, so that the next ones open it again, and
 * ends the process where the database is gone for good.
 */
@Singleton
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private final AgroalDataSource pool;
    private final ProcessEnd end;
    private final DatabaseLoss loss;
    private final String url;
    private final Properties login;
    private Thread watching;

    DatabaseWatch(
            AgroalDataSource pool,
            ProcessEnd end,
            DatabaseWatchConfig config,
            @ConfigProperty(name = "masthead.db.url") String url,
            @ConfigProperty(name = "masthead.db.username") Optional<String> username,
            @ConfigProperty(name = "masthead.db.password") Optional<String> password) {
        this.pool = pool;
        this.end = end;
        this.loss = new DatabaseLoss(url, config.giveUpAfter());
        this.url = url;
        this.login = new DatabaseCheck(url, username.orElse(""), password.orElse(""), true).login();
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
            // The server stops.
        }
    }

    private void look() {
        try {
            ask();
            loss.answered();
        } catch (SQLException e) {
            LOG.debugf("The database does not answer: %s", e.getMessage());
            loss.failed(e).ifPresent(end::because);
        } catch (RuntimeException e) {
            // Else nobody would look again.
            LOG.warn("The database could not be watched", e);
        }
    }

    private void ask() throws SQLException {
        try (var connection = pool.getConnection()) {
            requireValid(connection);
        } catch (SQLException e) {
            if (DatabaseUnavailable.isClosedH2(e)) {
                pool.flush(AgroalDataSource.FlushMode.ALL);
            }
            // The pool may only be busy, or may have kept what has ended.
            askDirectly();
        }
    }

    private void askDirectly() throws SQLException {
        try (var connection = new EitherDriver().connect(url, login)) {
            requireValid(connection);
        }
    }

    private static void requireValid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
