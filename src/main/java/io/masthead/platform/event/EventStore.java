package io.masthead.platform.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Writes events, and reads them for consumers. Uses plain JDBC in the caller's transaction: events are written after
 * Hibernate has written everything else.
 */
@ApplicationScoped
class EventStore {

    private final AgroalDataSource pool;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();

    EventStore(AgroalDataSource pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Distinguishes this node's events from those of others. */
    String node() {
        return node;
    }

    void append(List<ContentChanged> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var now = utc(clock.instant());
        run(
                "insert into event (id, at, node, subject, subject_id, action, version, status_before, status_after,"
                        + " actor_id, tags) values (nextval('event_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    for (var change : changes) {
                        statement.setObject(1, now);
                        statement.setString(2, node);
                        statement.setString(3, change.subject().name());
                        statement.setObject(4, change.id());
                        statement.setString(5, change.action().name());
                        statement.setLong(6, change.version());
                        statement.setString(
                                7,
                                change.status() == null ? null : change.status().before());
                        statement.setString(
                                8,
                                change.status() == null ? null : change.status().after());
                        statement.setObject(9, change.actorId());
                        statement.setString(10, String.join(" ", change.tags()));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** The events after a position, in order. */
    List<StoredEvent> after(long position, int limit) {
        return withConnection(connection -> EventRows.after(connection, position, limit));
    }

    /** Registers a new consumer at the last position. */
    void register(String consumer) {
        run(
                "insert into event_consumer (name, position)"
                        + " select ?, s.position from event_sequence s where s.id = 1 on conflict do nothing",
                statement -> {
                    statement.setString(1, consumer);
                    return statement.executeUpdate();
                });
    }

    /**
     * The offset of a consumer, locked until the end of the transaction; empty if another node has locked it.
     */
    OptionalLong lockOffset(String consumer) {
        return run("select position from event_consumer where name = ? for update skip locked", statement -> {
            statement.setString(1, consumer);
            var rows = statement.executeQuery();
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        });
    }

    void storeOffset(String consumer, long position) {
        run("update event_consumer set position = ? where name = ?", statement -> {
            statement.setLong(1, position);
            statement.setString(2, consumer);
            return statement.executeUpdate();
        });
    }

    /**
     * Deletes older events that all of these consumers have read. Other stored consumers are ignored: their
     * code may have been removed.
     */
    int purge(Instant before, Collection<String> consumers) {
        var places = consumers.isEmpty()
                ? ""
                : " and position <= (select min(c.position) from event_consumer c where c.name in (%s))"
                        .formatted(String.join(", ", Collections.nCopies(consumers.size(), "?")));
        return run("delete from event where at < ? and position is not null" + places, statement -> {
            statement.setObject(1, utc(before));
            int number = 2;
            for (var name : consumers) {
                statement.setString(number++, name);
            }
            return statement.executeUpdate();
        });
    }

    /** Uses the connection of the transaction, if there is one. */
    private <T> T withConnection(Work<Connection, T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw EventRows.unavailable(e);
        }
    }

    private <T> T run(String sql, Work<PreparedStatement, T> work) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            }
        });
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private interface Work<C, T> {
        T on(C with) throws SQLException;
    }
}
