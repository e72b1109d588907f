package io.masthead.wp.conformance;

import io.agroal.api.AgroalDataSource;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/**
 * Keeps states of the database in schemas of their own and brings them back. Nothing else may write
 * meanwhile; what works in the background is let try again.
 */
@Singleton
public class Snapshots {

    private static final String LIVE = "public";
    private static final int TRIES = 5;

    /** What is held in memory too: keys that sign. And what is not a state of the site. */
    private static final Set<String> APART = Set.of("signing_key", "access_key", "flyway_schema_history");

    private final AgroalDataSource database;
    private final Flyway flyway;

    /** What holds settings and responses in memory, and learns of changes by events only. */
    private final Instance<NodeListener> memories;

    private final Map<String, Map<String, Long>> sequences = new TreeMap<>();

    Snapshots(AgroalDataSource database, Flyway flyway, @Any Instance<NodeListener> memories) {
        this.database = database;
        this.flyway = flyway;
        this.memories = memories;
    }

    private interface Work {
        void on(Connection connection, Statement statement) throws SQLException;
    }

    /** Makes the state of a database that has just been migrated. */
    public void makeEmpty(String name) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(name)
                .defaultSchema(name)
                .createSchemas(true)
                .load()
                .migrate();
        run((connection, statement) -> sequences.put(name, sequencesOf(statement, name)));
    }

    public void keep(String name) {
        run((connection, statement) -> {
            statement.execute("drop schema if exists " + name + " cascade");
            statement.execute("create schema " + name);
            for (var table : tables(statement)) {
                statement.execute("create table %s.%s as select * from %s.%s".formatted(name, table, LIVE, table));
            }
            sequences.put(name, sequencesOf(statement, LIVE));
        });
    }

    public void bringBack(String name) {
        run((connection, statement) -> {
            boolean h2 = isH2(connection);
            var tables = tables(statement);
            statement.execute(h2 ? "set referential_integrity false" : "set session_replication_role = replica");
            try {
                empty(statement, tables, h2);
                for (var table : tables) {
                    var columns = columns(statement, table);
                    statement.execute("insert into %s.%s (%s) select %s from %s.%s"
                            .formatted(LIVE, table, columns, columns, name, table));
                }
                for (var sequence : sequences.get(name).entrySet()) {
                    statement.execute("alter sequence %s.%s restart with %d"
                            .formatted(LIVE, sequence.getKey(), sequence.getValue()));
                }
            } finally {
                statement.execute(h2 ? "set referential_integrity true" : "set session_replication_role = origin");
            }
        });
        var everything =
                new ContentChanged(Subject.SETTINGS, null, ChangeAction.UPDATED, 0, null, Set.of(Tags.SETTINGS), null);
        memories.stream()
                .sorted(Comparator.comparing(NodeListener::isDerived))
                .forEach(memory -> memory.changed(everything));
    }

    public void drop(String name) {
        run((connection, statement) -> statement.execute("drop schema " + name + " cascade"));
    }

    /** Whether the live tables have it: others may still be about to add it. */
    boolean hasColumn(String table, String column) {
        var found = new ArrayList<String>();
        run((connection, statement) -> found.add(columns(statement, table)));
        return List.of(found.get(0).split(", ")).contains(column);
    }

    /** Changes a row where no service has a way to. */
    void set(String table, String column, Object value, long id) {
        run((connection, statement) -> {
            try (var update =
                    connection.prepareStatement("update %s set %s = ? where id = ?".formatted(table, column))) {
                update.setObject(1, value);
                update.setLong(2, id);
                update.executeUpdate();
            }
        });
    }

    private static void empty(Statement statement, List<String> tables, boolean h2) throws SQLException {
        if (!h2) {
            statement.execute("truncate table " + String.join(", ", tables));
            return;
        }
        for (var table : tables) {
            statement.execute("truncate table " + table);
        }
    }

    private void run(Work work) {
        for (int left = TRIES; ; left--) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                work.on(connection, statement);
                return;
            } catch (SQLException e) {
                if (left == 1) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = words(
                statement,
                "select table_name from information_schema.tables where table_schema = '"
                        + LIVE
                        + "' and table_type = 'BASE TABLE' order by table_name");
        tables.removeAll(APART);
        return tables;
    }

    private static String columns(Statement statement, String table) throws SQLException {
        return String.join(
                ", ",
                words(
                        statement,
                        "select column_name from information_schema.columns where table_schema = '"
                                + LIVE
                                + "' and table_name = '"
                                + table
                                + "' order by ordinal_position"));
    }

    private static Map<String, Long> sequencesOf(Statement statement, String schema) throws SQLException {
        var values = new TreeMap<String, Long>();
        for (var name : words(
                statement,
                "select sequence_name from information_schema.sequences"
                        + " where sequence_schema = '"
                        + schema
                        + "'")) {
            // pg_sequences forgets where one goes on that was set back and not asked since.
            var next = isH2(statement.getConnection())
                    ? "select base_value from information_schema.sequences"
                            + " where sequence_schema = '%s' and sequence_name = '%s'"
                    : "select last_value + case when is_called then 1 else 0 end" + " from %s.%s";
            try (var row = statement.executeQuery(next.formatted(schema, name))) {
                row.next();
                values.put(name, row.getLong(1));
            }
        }
        return values;
    }

    private static List<String> words(Statement statement, String query) throws SQLException {
        var words = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
