package io.masthead.platform.event;

import io.masthead.platform.db.DatabaseNotifications;
import io.masthead.platform.db.DirectConnections;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequence of events as a node follows it. Ids come from a sequence and become visible in the order of the
 * commits, which differs: reading on from the last id would lose events that commit late. So each event gets a
 * position after its commit, assigned by one node at a time.
 *
 * <p>Uses a connection of its own, so that a node learns of changes when the pool is exhausted.
 */
@Singleton
class EventFeed {

    static final String CHANNEL = "masthead_events";

    private final DirectConnections connections;
    private final DatabaseNotifications notifications;

    /** Null until it is needed, and after a failure. */
    private Connection own;

    EventFeed(DirectConnections connections, DatabaseNotifications notifications) {
        this.connections = connections;
        this.notifications = notifications;
    }

    /** The last assigned position. */
    long lastPosition() {
        return run(connection -> number(connection, "select position from event_sequence where id = 1"));
    }

    /** The events after a position, in order. */
    List<StoredEvent> after(long position, int limit) {
        return run(connection -> EventRows.after(connection, position, limit));
    }

    /** Whether there are committed events without a position. */
    boolean hasEventsWithoutPosition() {
        return run(connection -> with(
                connection,
                "select 1 from event where position is null fetch first 1 rows only",
                statement -> statement.executeQuery().next()));
    }

    /**
     * Assigns the next positions to committed events, and notifies all nodes. Concurrent calls wait, so that a
     * position never becomes visible before a lower one.
     *
     * @param limit the maximum of events that get one
     */
    void assignPositions(int limit) {
        run(connection -> {
            connection.setAutoCommit(false);
            if (assign(connection, limit) > 0) {
                notifications.send(connection, CHANNEL);
            }
            connection.commit();
            connection.setAutoCommit(true);
            return null;
        });
    }

    private static int assign(Connection connection, int limit) throws SQLException {
        long last = number(connection, "select position from event_sequence where id = 1 for update");
        var ids = with(
                connection,
                "select id from event where position is null order by id fetch first ? rows only",
                statement -> {
                    statement.setInt(1, limit);
                    var rows = statement.executeQuery();
                    var found = new ArrayList<Long>();
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                    return found;
                });
        if (ids.isEmpty()) {
            return 0;
        }
        with(connection, "update event set position = ? where id = ?", statement -> {
            long position = last;
            for (var id : ids) {
                statement.setLong(1, ++position);
                statement.setLong(2, id);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        return with(connection, "update event_sequence set position = ? where id = 1", statement -> {
            statement.setLong(1, last + ids.size());
            statement.executeUpdate();
            return ids.size();
        });
    }

    /** Closes the connection; the next call opens another one. */
    synchronized void close() {
        if (own != null) {
            try {
                own.close();
            } catch (SQLException e) {
                // It is lost, which is what was wanted.
            }
            own = null;
        }
    }

    /** Repeats the work once over another connection: the first may have ended, or lost a conflict. */
    private synchronized <T> T run(Work<Connection, T> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            try {
                return attempt(work);
            } catch (SQLException again) {
                throw EventRows.unavailable(again);
            }
        }
    }

    private <T> T attempt(Work<Connection, T> work) throws SQLException {
        var isDone = false;
        try {
            if (own == null) {
                own = connections.open();
            }
            var result = work.on(own);
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                close(); // it may be within a transaction
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return with(connection, sql, statement -> {
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        });
    }

    private static <T> T with(Connection connection, String sql, Work<PreparedStatement, T> work) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        }
    }

    private interface Work<C, T> {
        T on(C with) throws SQLException;
    }
}
