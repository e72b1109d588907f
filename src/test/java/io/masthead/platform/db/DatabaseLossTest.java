package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLossTest {

    private static final String H2_FILE = "jdbc:h2:file:./data/masthead";
    private static final String POSTGRESQL = "jdbc:postgresql://localhost/masthead";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {90020, 90067, 90098, 90121})
    void an_h2_that_has_closed_itself_is_given_up_after_half_a_minute(int code) {
        var loss = new DatabaseLoss(H2_FILE, Duration.ZERO);

        assertThat(failing(loss, closed(code), 5)).isEmpty();
        assertThat(failing(loss, closed(code), 1).orElseThrow()).contains("error " + code, "restart it");
    }

    @Test
    void an_h2_that_opens_again_is_kept() {
        var loss = new DatabaseLoss(H2_FILE, MINUTE);

        assertThat(failing(loss, closed(90098), 5)).isEmpty();
        loss.answered();
        assertThat(failing(loss, closed(90098), 5)).isEmpty();
    }

    @Test
    void a_server_may_be_away_for_as_long_as_is_set() {
        var loss = new DatabaseLoss(POSTGRESQL, MINUTE);

        assertThat(failing(loss, refused(), 11)).isEmpty();
        loss.answered();
        assertThat(failing(loss, refused(), 11)).isEmpty();
        assertThat(failing(loss, refused(), 1).orElseThrow()).contains("60 seconds", "08001", "restart it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://db:9092/masthead", "jdbc:h2:ssl://db/masthead"})
    void an_h2_behind_a_server_is_waited_for_as_any_server(String url) {
        var loss = new DatabaseLoss(url, MINUTE);

        assertThat(failing(loss, closed(90067), 11)).isEmpty();
        assertThat(failing(loss, closed(90067), 1).orElseThrow()).contains("60 seconds");
    }

    @Test
    void with_zero_a_server_may_be_away_for_ever() {
        var loss = new DatabaseLoss(POSTGRESQL, Duration.ZERO);

        assertThat(failing(loss, refused(), 10_000)).isEmpty();
    }

    @Test
    void what_h2_says_when_it_has_been_shut_down_counts_as_closed() throws SQLException {
        var url = "jdbc:h2:mem:shut-down;DB_CLOSE_DELAY=-1";
        try (Connection early = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url)) {
            execute(other, "shutdown");
            try {
                execute(early, "select 1");
            } catch (SQLException e) {
                assertThat(DatabaseUnavailable.isClosedH2(e)).as(e.getMessage()).isTrue();
                return;
            }
        }
        throw new AssertionError("H2 still answers");
    }

    @Test
    void other_failures_of_h2_do_not() {
        assertThat(DatabaseUnavailable.isClosedH2(new SQLException("syntax", "42000", 42000)))
                .isFalse();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SQLException refused() {
        return new SQLException("refused", "08001");
    }

    private static SQLException closed(int code) {
        return new SQLException("closed", String.valueOf(code), code);
    }

    /** The result of the last of this many failures. */
    private static Optional<String> failing(DatabaseLoss loss, SQLException failure, int times) {
        Optional<String> said = Optional.empty();
        for (int i = 0; i < times; i++) {
            said = loss.failed(failure);
        }
        return said;
    }
}
