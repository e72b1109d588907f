package io.masthead.platform.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * A JDBC driver that delegates each URL to H2's or to PostgreSQL's driver.
 *
 * <p>Quarkus fixes the kind of database at build time; with this class, one artifact supports both, and the URL
 * at the start decides. The driver also adds the options that Masthead relies on to every URL, so that an
 * operator's own URL cannot omit them.
 */
public final class EitherDriver implements Driver {

    /** H2 refuses a URL that contradicts one of these, so they apply to every connection. */
    private static final List<String> H2_REQUIRED =
            List.of("MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "DEFAULT_NULL_ORDERING=HIGH");

    /** Added unless the URL has its own value. */
    private static final Map<String, String> H2_DEFAULTS = Map.of(
            // With H2's default of half a second a killed process loses acknowledged writes.
            "WRITE_DELAY", "0",
            // The pool closes the last connection, and so the database, after all requests have ended.
            "DB_CLOSE_ON_EXIT", "FALSE",
            // H2 would write refused statements with their values to a file.
            "TRACE_LEVEL_FILE", "0",
            "LOCK_TIMEOUT", "3000");

    /** Time-outs in seconds. Added unless the URL or the caller has its own value. */
    private static final Map<String, String> POSTGRESQL_DEFAULTS = Map.of(
            "connectTimeout", "5",
            // Longer than statement_timeout: for servers that stopped answering.
            "socketTimeout", "40",
            "tcpKeepAlive", "true",
            // Allows binding a string to a jsonb column.
            "stringtype", "unspecified",
            "ApplicationName", "masthead");

    private static final String POSTGRESQL_SESSION =
            "-c statement_timeout=30s -c lock_timeout=3s" + " -c idle_in_transaction_session_timeout=60s";

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        var database = Database.of(url);
        if (database.isEmpty()) {
            return null; // required by Driver for other URLs
        }
        return switch (database.get()) {
            case H2 -> new org.h2.Driver().connect(completeH2(url), info);
            case POSTGRESQL -> {
                var given = org.postgresql.Driver.parseURL(url, info);
                yield new org.postgresql.Driver().connect(completePostgresql(url, given), completePostgresql(info));
            }
        };
    }

    /** The URL with all options that Masthead needs. */
    static String completeH2(String url) {
        var upper = url.toUpperCase(Locale.ROOT);
        var complete = new StringBuilder(url);
        for (var option : H2_REQUIRED) {
            complete.append(';').append(option);
        }
        H2_DEFAULTS.forEach((name, value) -> {
            if (!upper.contains(";" + name + "=")) {
                complete.append(';').append(name).append('=').append(value);
            }
        });
        if (url.startsWith("jdbc:h2:mem:") && !upper.contains(";DB_CLOSE_DELAY=")) {
            // Otherwise the data is lost when the last connection closes.
            complete.append(";DB_CLOSE_DELAY=-1");
        }
        return complete.toString();
    }

    private static String completePostgresql(String url, Properties given) {
        var own = given == null ? null : given.getProperty("options");
        // The server takes the last of two equal options, so the operator's win over ours.
        var options = own == null ? POSTGRESQL_SESSION : POSTGRESQL_SESSION + " " + own;
        return url
                + (url.contains("?") ? "&" : "?")
                + "options="
                + URLEncoder.encode(options, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Properties completePostgresql(Properties info) {
        var complete = new Properties();
        POSTGRESQL_DEFAULTS.forEach(complete::setProperty); // the URL's own values win over these
        info.stringPropertyNames().forEach(name -> complete.setProperty(name, info.getProperty(name)));
        return complete;
    }

    @Override
    public boolean acceptsURL(String url) {
        return Database.of(url).isPresent();
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("EitherDriver logs nothing");
    }
}
