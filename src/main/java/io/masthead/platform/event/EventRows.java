package io.masthead.platform.event;

import io.masthead.platform.event.ContentChanged.StatusChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads rows of the table of events. */
final class EventRows {

    private static final String AFTER =
            "select position, at, node, subject, subject_id, action, version, status_before, status_after,"
                    + " actor_id, tags from event where position > ? order by position fetch first ? rows only";

    private EventRows() {}

    /** The events after a position, in order. */
    static List<StoredEvent> after(Connection connection, long position, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            var rows = statement.executeQuery();
            var found = new ArrayList<StoredEvent>();
            while (rows.next()) {
                found.add(event(rows));
            }
            return found;
        }
    }

    static IllegalStateException unavailable(SQLException cause) {
        return new IllegalStateException("The events cannot be read or written", cause);
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
}
