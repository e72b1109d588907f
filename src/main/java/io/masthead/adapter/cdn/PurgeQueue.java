package io.masthead.adapter.cdn;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table of tags that the CDN must still purge, each with the position of its newest event: a purge counts
 * only if no event followed since it began. Past {@value #MAX_TAGS} tags, everything is purged in place of
 * them.
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
        // Read before any row is locked: too many are deleted in the order of all tags.
        var waiting = waiting();
        var together = new TreeSet<>(waiting.keySet());
        together.addAll(tags.keySet());
        together.remove(EVERYTHING);
        if (together.size() > MAX_TAGS) {
            remove(waiting);
            long newest =
                    tags.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            insert(new TreeMap<>(Map.of(EVERYTHING, newest)));
        } else {
            insert(moveWaiting(tags));
        }
    }

    /** The number of tags that wait. */
    long size() {
        return run("select count(*) from cdn_purge", statement -> {
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        });
    }

    /** All tags that wait, with the positions of their newest events. */
    SortedMap<String, Long> waiting() {
        return run("select tag, position from cdn_purge", statement -> {
            var rows = statement.executeQuery();
            var tags = new TreeMap<String, Long>();
            while (rows.next()) {
                tags.put(rows.getString(1), rows.getLong(2));
            }
            return tags;
        });
    }

    /** Removes what has been purged, but not tags with newer events. */
    void remove(SortedMap<String, Long> purged) {
        each("delete from cdn_purge where position = ? and tag = ?", purged);
    }

    /** Moves tags that wait already to their new positions; returns the others. */
    private SortedMap<String, Long> moveWaiting(SortedMap<String, Long> tags) {
        var moved = each("update cdn_purge set position = ? where tag = ?", tags);
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
    private int[] each(String sql, SortedMap<String, Long> tags) {
        return run(sql, statement -> {
            for (var entry : tags.entrySet()) {
                statement.setLong(1, entry.getValue());
                statement.setString(2, entry.getKey());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
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
