package io.masthead.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.db.DirectConnections;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Runs on PostgreSQL, which can end the connection of a client. */
@QuarkusTest
class EventFeedTest {

    @Inject
    EventFeed feed;

    @Inject
    DirectConnections connections;

    @Test
    void a_lost_connection_is_replaced() throws SQLException {
        long position = feed.lastPosition();

        assertThat(endConnections()).isPositive();

        assertThat(feed.lastPosition()).isGreaterThanOrEqualTo(position);
        assertThat(feed.after(position, 1)).isNotNull();
    }

    /** Those whose last statement was one of the feed; returns their number. */
    private int endConnections() throws SQLException {
        try (var connection = connections.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where pid <> pg_backend_pid() and datname = current_database()"
                        + " and (query like '%event_sequence%' or query like '%from event where position%')")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
