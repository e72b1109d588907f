package io.masthead.platform.db;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections outside the pool, for work that must go on when the pool is exhausted. */
@Singleton
public class DirectConnections {

    private final String url;
    private final Properties login;
    private final Properties shortLogin;

    DirectConnections(
            @ConfigProperty(name = "masthead.db.url") String url,
            @ConfigProperty(name = "masthead.db.username") Optional<String> username,
            @ConfigProperty(name = "masthead.db.password") Optional<String> password) {
        this.url = url;
        this.login = new Properties();
        login.setProperty("user", username.orElse(""));
        login.setProperty("password", password.orElse(""));
        this.shortLogin = new DatabaseCheck(url, username.orElse(""), password.orElse(""), true).login();
    }

    /** A new connection, with the time-outs of those of the pool; the caller closes it. */
    public Connection open() throws SQLException {
        return new EitherDriver().connect(url, login);
    }

    /** As {@link #open()}, with time-outs of a few seconds. */
    Connection openBriefly() throws SQLException {
        return new EitherDriver().connect(url, shortLogin);
    }

    boolean areOf(Database database) {
        return Database.of(url).filter(database::equals).isPresent();
    }
}
