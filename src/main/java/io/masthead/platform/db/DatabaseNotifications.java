package io.masthead.platform.db;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's {@code LISTEN} and {@code NOTIFY}, by which nodes notify each other. With H2 there is one node.
 * A notification can be lost with its connection, so it must not be the only signal.
 */
@Singleton
public class DatabaseNotifications {

    private static final Logger LOG = Logger.getLogger(DatabaseNotifications.class);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DirectConnections connections;

    DatabaseNotifications(DirectConnections connections) {
        this.connections = connections;
    }

    public boolean areAvailable() {
        return connections.areOf(Database.POSTGRESQL);
    }

    /** Sent when the connection's transaction commits; nothing is sent without support. */
    public void send(Connection connection, String channel) throws SQLException {
        if (areAvailable()) {
            try (var statement = connection.createStatement()) {
                statement.execute("notify " + channel);
            }
        }
    }

    /**
     * Calls back for each notification on a channel, until the thread is interrupted. Uses a connection of its
     * own.
     */
    public void listen(String channel, Runnable notified) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                listenOnce(channel, notified);
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce(String channel, Runnable notified) {
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            notified.run();
            var postgresql = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                if (postgresql.getNotifications(Math.toIntExact(MAX_WAIT.toMillis())).length > 0) {
                    notified.run();
                }
            }
        } catch (SQLException e) {
            LOG.debugf("No notifications from other nodes until the next poll: %s", e.getMessage());
        }
    }
}
