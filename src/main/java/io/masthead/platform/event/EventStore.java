package io.masthead.platform.event;

import io.agroal.api.AgroalDataSource;
import io.masthead.platform.event.ContentChanged.StatusChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * The table of events. Ids come from a sequence and become visible in the order of the commits, which differs:
 * reading on from the last id would lose events that commit late. So each event gets a position after its
 * commit, assigned by one node at a time.
 *
 * <p>Uses plain JDBC in the caller's transaction: events are written after Hibernate has written everything
 * else.
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

    /** Whether there are committed events without a position. */
    boolean hasEventsWithoutPosition() {
        return run(
                "select 1 from event where position is null fetch first 1 rows only",
                statement -> statement.executeQuery().next());
    }

    /**
     * Assigns the next positions to committed events. Concurrent calls wait, so that a position never becomes
     * visible before a lower one.
     *
     * @return the number of events that got one, at most the limit
     */
    int assignPositions(int limit) {
        long last = run("select position from event_sequence where id = 1 for update", EventStore::number);
        List<Long> ids =
                run("select id from event where position is null order by id fetch first ? rows only", statement -> {
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
        run("update event set position = ? where id = ?", statement -> {
            long position = last;
            for (var id : ids) {
                statement.setLong(1, ++position);
                statement.setLong(2, id);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        run("update event_sequence set position = ? where id = 1", statement -> {
            statement.setLong(1, last + ids.size());
            return statement.executeUpdate();
        });
        return ids.size();
    }

    /** The last assigned position. */
    long lastPosition() {
        return run("select position from event_sequence where id = 1", EventStore::number);
    }

    /** The events after a position, in order. */
    List<StoredEvent> after(long position, int limit) {
        return run(
                "select position, at, node, subject, subject_id, action, version, status_before, status_after,"
                        + " actor_id, tags from event where position > ? order by position fetch first ? rows only",
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                    var rows = statement.executeQuery();
                    var found = new ArrayList<StoredEvent>();
                    while (rows.next()) {
                        found.add(event(rows));
                    }
                    return found;
                });
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
    <T> T withConnection(Work<Connection, T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be read or written", e);
        }
    }

    private <T> T run(String sql, Work<PreparedStatement, T> work) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            }
        });
    }

    private static long number(PreparedStatement statement) throws SQLException {
        var rows = statement.executeQuery();
        rows.next();
        return rows.getLong(1);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        var before = row.getString("status_before");
        var after = row.getString("status_after");
        var tags = row.getString("tags");
        var change = new ContentChanged(
                known(Subject.class, row.getString("subject"), Subject.UNKNOWN),
                row.getObject("subject_id", Long.class),
                known(ChangeAction.class, row.getString("action"), ChangeAction.UPDATED),
                row.getLong("version"),
                before == null && after == null ? null : new StatusChange(before, after),
                tags.isEmpty() ? Set.of() : Set.of(tags.split(" ")),
                row.getObject("actor_id", Long.class));
        return new StoredEvent(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("node"),
                change);
    }

    private static <E extends Enum<E>> E known(Class<E> type, String word, E otherwise) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** A JDBC operation. */
    interface Work<C, T> {
        T on(C with) throws SQLException;
    }
}
