package io.masthead.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Checks over one short connection whether Masthead can run on the database. */
public final class DatabaseCheck {

    private static final String SECONDS = "5";

    /** SQL states and, for H2, error codes for a missing table, when Flyway has never run. */
    private static final String POSTGRESQL_NO_TABLE = "42P01";

    private static final int H2_NO_TABLE = 42102;
    private static final int H2_NO_TABLE_IN_EMPTY_DATABASE = 42104;
    private static final int H2_IN_USE = 90020;
    private static final int H2_WRONG_LOGIN = 28000;

    private final String url;
    private final String username;
    private final String password;
    private final boolean asynchronousCommitAllowed;

    public DatabaseCheck(String url, String username, String password, boolean asynchronousCommitAllowed) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.asynchronousCommitAllowed = asynchronousCommitAllowed;
    }

    /**
     * One sentence with the problem and its solution, within about five seconds; empty if there is none. It
     * shows no password, not even one in the URL.
     */
    public Optional<String> refusal() {
        var database = Database.of(url);
        if (database.isEmpty()) {
            return Optional.of("MASTHEAD_DB_URL is neither a PostgreSQL nor an H2 URL: use"
                    + " jdbc:postgresql://host:5432/name or jdbc:h2:file:./data/masthead.");
        }
        var folder = DataFolder.of(url);
        folder.ifPresent(DataFolder::create);
        try (var connection = new EitherDriver().connect(url, login())) {
            folder.ifPresent(DataFolder::protect);
            if (connection == null) {
                return Optional.of("MASTHEAD_DB_URL is malformed: use jdbc:postgresql://host:5432/name.");
            }
            return switch (database.get()) {
                case H2 -> readOnly(connection).or(() -> newerSchema(connection));
                case POSTGRESQL -> newerSchema(connection).or(() -> asynchronousCommit(connection));
            };
        } catch (SQLException e) {
            return Optional.of(
                    switch (database.get()) {
                        case H2 -> inWords(e.getErrorCode());
                        case POSTGRESQL -> inWords(String.valueOf(e.getSQLState()));
                    });
        }
    }

    /** The properties for a JDBC connection, with short time-outs. */
    public Properties login() {
        var login = new Properties();
        login.putAll(Map.of(
                "user", username,
                "password", password,
                "loginTimeout", SECONDS,
                "connectTimeout", SECONDS,
                "socketTimeout", SECONDS));
        return login;
    }

    /** H2 opens a file without write permission, and fails at the first change. */
    private Optional<String> readOnly(Connection connection) {
        try {
            return connection.isReadOnly()
                    ? Optional.of(
                            "The file of %s is not writable: make it and its folder writable.".formatted(publicUrl()))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(inWords(e.getErrorCode()));
        }
    }

    /** A migration that this build does not contain was applied by a newer version. */
    private static Optional<String> newerSchema(Connection connection) {
        var applied =
                "select version, script from flyway_schema_history" + " where type = 'SQL' and version is not null";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(applied)) {
            while (rows.next()) {
                if (!isKnown(rows.getString("script"))) {
                    return Optional.of("The database has schema version %s, which this version of Masthead does"
                                    .formatted(rows.getString("version"))
                            + " not know: start the newer version that wrote it.");
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            if (isMissingTable(e)) {
                return Optional.empty();
            }
            return Optional.of(
                    "The table flyway_schema_history cannot be read (%s): make MASTHEAD_DB_USERNAME the owner of"
                                    .formatted(e.getSQLState())
                            + " the schema.");
        }
    }

    private static boolean isMissingTable(SQLException e) {
        return POSTGRESQL_NO_TABLE.equals(e.getSQLState())
                || e.getErrorCode() == H2_NO_TABLE
                || e.getErrorCode() == H2_NO_TABLE_IN_EMPTY_DATABASE;
    }

    private static boolean isKnown(String script) {
        var file = script.substring(script.lastIndexOf('/') + 1);
        var loader = Thread.currentThread().getContextClassLoader();
        return Stream.of(Database.values())
                .flatMap(database -> database.migrationFolders().stream())
                .anyMatch(folder -> loader.getResource(folder + "/" + file) != null);
    }

    private Optional<String> asynchronousCommit(Connection connection) {
        if (asynchronousCommitAllowed) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show synchronous_commit")) {
            if (rows.next() && rows.getString(1).equals("off")) {
                return Optional.of("PostgreSQL runs with synchronous_commit=off and may lose confirmed writes:"
                        + " turn it on, or set MASTHEAD_DB_ALLOW_ASYNCHRONOUS_COMMIT=true.");
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(inWords(String.valueOf(e.getSQLState())));
        }
    }

    private String inWords(int h2Code) {
        return switch (h2Code) {
            case H2_IN_USE -> "Another process has %s open: stop it, or use its API instead.".formatted(publicUrl());
            case H2_WRONG_LOGIN ->
                "%s was made with another user name or password: correct MASTHEAD_DB_USERNAME and"
                                .formatted(publicUrl())
                        + " MASTHEAD_DB_PASSWORD.";
            default ->
                "H2 cannot open %s (error %d): check the options in MASTHEAD_DB_URL, and that the"
                                .formatted(publicUrl(), h2Code)
                        + " folder can be written.";
        };
    }

    private String inWords(String state) {
        if (state.startsWith("28")) {
            return "PostgreSQL refused the user name or password: correct MASTHEAD_DB_USERNAME and"
                    + " MASTHEAD_DB_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "PostgreSQL has no database for %s: create it, or correct MASTHEAD_DB_URL.".formatted(publicUrl());
        }
        if (state.startsWith("08")) {
            return "No PostgreSQL server answers at %s: start it, or correct MASTHEAD_DB_URL.".formatted(publicUrl());
        }
        return "PostgreSQL refused the connection to %s (SQL state %s): see the server's log."
                .formatted(publicUrl(), state);
    }

    /** The URL without its options, which may contain a password. */
    private String publicUrl() {
        return url.replaceAll("[?;].*", "").replaceAll("//.*@", "//");
    }
}
