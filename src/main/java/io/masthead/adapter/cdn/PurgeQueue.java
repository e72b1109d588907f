package io.masthead.adapter.cdn;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
        var added = withoutWaiting(tags);
        if (added.isEmpty()) {
            return;
        }
        if (number("select count(*) from cdn_purge where tag <> '*'") + added.size() > MAX_TAGS) {
            remove(oldest(Long.MAX_VALUE, Integer.MAX_VALUE));
            long newest =
                    tags.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            added = new TreeMap<>(Map.of(EVERYTHING, newest));
        }
        each("insert into cdn_purge (position, tag) values (?, ?)", added);
    }

    /** The position of the newest event; 0 if no tags wait. */
    long newest() {
        return number("select coalesce(max(position), 0) from cdn_purge");
    }

    /**
     * The tags of the oldest events, with their positions; all tags if {@link #EVERYTHING} is one of them.
     *
     * @param upTo without those of events after this position
     */
    SortedMap<String, Long> next(long upTo, int limit) {
        var tags = oldest(upTo, limit);
        return tags.containsKey(EVERYTHING) ? oldest(upTo, Integer.MAX_VALUE) : tags;
    }

    /** Removes what has been purged, but not tags with newer events. */
    void remove(SortedMap<String, Long> purged) {
        each("delete from cdn_purge where position = ? and tag = ?", purged);
    }

    /** Moves tags that wait already to their new positions; returns the others. */
    private SortedMap<String, Long> withoutWaiting(SortedMap<String, Long> tags) {
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

    private long number(String sql) {
        return run(sql, statement -> {
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        });
    }

    private SortedMap<String, Long> oldest(long upTo, int limit) {
        return run(
                "select tag, position from cdn_purge where position <= ?"
                        + " order by case tag when '*' then 0 else 1 end, position, tag fetch first ? rows only",
                statement -> {
                    statement.setLong(1, upTo);
                    statement.setInt(2, limit);
                    var rows = statement.executeQuery();
                    var tags = new TreeMap<String, Long>();
                    while (rows.next()) {
                        tags.put(rows.getString(1), rows.getLong(2));
                    }
                    return tags;
                });
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
