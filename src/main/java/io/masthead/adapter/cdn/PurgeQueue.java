package io.masthead.adapter.cdn;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table of tags that the CDN must still purge, or purge again, each with the position of its newest event:
 * a purge counts only if no event followed since it began. Past {@value #MAX_TAGS} tags, everything is purged
 * in place of them.
 *
 * <p>Rows are locked in the order of their tags.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PurgeQueue {

    /** Stands for everything; no tag of a response. */
    static final String EVERYTHING = "*";

    static final int MAX_TAGS = 5_000;

    private final AgroalDataSource pool;

    PurgeQueue(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** @param tags with the positions of their newest events; only one node adds at a time */
    void add(SortedMap<String, Long> tags) {
        // Read before any row is locked, since an overflow deletes them all in the order of their tags.
        var stored = tags("select tag, position from cdn_purge");
        var together = new TreeSet<>(stored.keySet());
        together.addAll(tags.keySet());
        together.remove(EVERYTHING);
        if (together.size() > MAX_TAGS) {
            remove(stored);
            long newest =
                    tags.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            insert(new TreeMap<>(Map.of(EVERYTHING, newest)));
        } else {
            insert(moveWaiting(tags));
        }
    }

    /** The number of tags that wait for their first purge. */
    long size() {
        return run("select count(*) from cdn_purge where repeat_at is null", statement -> {
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        });
    }

    /** All tags that wait for their first purge, with the positions of their newest events. */
    SortedMap<String, Long> waiting() {
        return tags("select tag, position from cdn_purge where repeat_at is null");
    }

    /** All tags whose repetition is due, as {@link #waiting}. */
    SortedMap<String, Long> repeats(Instant now) {
        return tags("select tag, position from cdn_purge where repeat_at <= ?", utc(now));
    }

    /** When the next repetition is due. */
    Optional<Instant> nextRepeat() {
        return run("select min(repeat_at) from cdn_purge", statement -> {
            var row = statement.executeQuery();
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        });
    }

    /** Removes what has been purged, but not tags with newer events. */
    void remove(SortedMap<String, Long> purged) {
        each("delete from cdn_purge where position = ? and tag = ?", purged);
    }

    /** Keeps what has been purged for a repetition, but leaves tags with newer events as they are. */
    void repeat(SortedMap<String, Long> purged, Instant at) {
        each("update cdn_purge set repeat_at = ? where position = ? and tag = ?", purged, utc(at));
    }

    /** Moves tags that wait already to their new positions; returns the others. */
    private SortedMap<String, Long> moveWaiting(SortedMap<String, Long> tags) {
        var moved = each("update cdn_purge set repeat_at = null, position = ? where tag = ?", tags);
        var others = new TreeMap<String, Long>();
        int number = 0;
        for (var entry : tags.entrySet()) {
            if (moved[number++] == 0) {
                others.put(entry.getKey(), entry.getValue());
            }
        }
        return others;
    }

    private void insert(SortedMap<String, Long> tags) {
        if (!tags.isEmpty()) {
            each("insert into cdn_purge (position, tag) values (?, ?)", tags);
        }
    }

    /** Returns the number of changed rows of each. */
    private int[] each(String sql, SortedMap<String, Long> tags, Object... before) {
        return run(sql, statement -> {
            for (var entry : tags.entrySet()) {
                int column = bind(statement, before);
                statement.setLong(column + 1, entry.getValue());
                statement.setString(column + 2, entry.getKey());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private SortedMap<String, Long> tags(String sql, Object... values) {
        return run(sql, statement -> {
            bind(statement, values);
            var rows = statement.executeQuery();
            var tags = new TreeMap<String, Long>();
            while (rows.next()) {
                tags.put(rows.getString(1), rows.getLong(2));
            }
            return tags;
        });
    }

    /** Returns the number of values. */
    private static int bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int number = 0; number < values.length; number++) {
            statement.setObject(number + 1, values[number]);
        }
        return values.length;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The tags to purge cannot be read or written", e);
        }
    }

    /** A JDBC operation. */
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
