package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class EitherDriverTest {

    @Test
    void a_bare_h2_url_gets_every_option_masthead_relies_on() {
        assertThat(EitherDriver.completeH2("jdbc:h2:file:./data/masthead"))
                .startsWith("jdbc:h2:file:./data/masthead;")
                .contains(";MODE=PostgreSQL", ";DATABASE_TO_LOWER=TRUE", ";WRITE_DELAY=0")
                .contains(";DEFAULT_NULL_ORDERING=HIGH", ";LOCK_TIMEOUT=3000")
                .doesNotContain("DB_CLOSE_DELAY");
    }

    @Test
    void an_operator_may_choose_what_is_only_a_default() {
        assertThat(EitherDriver.completeH2("jdbc:h2:file:./x;write_delay=100"))
                .contains(";write_delay=100")
                .doesNotContain("WRITE_DELAY=0");
    }

    @Test
    void data_in_memory_outlives_the_last_connection() {
        assertThat(EitherDriver.completeH2("jdbc:h2:mem:x")).contains(";DB_CLOSE_DELAY=-1");
    }

    @Test
    void the_modes_that_queries_need_hold_in_h2() throws Exception {
        try (var connection = new EitherDriver().connect("jdbc:h2:mem:driver", new Properties());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select x from (values (2), (null), (1)) as v(x) order by x desc")) {
            rows.next();
            assertThat(rows.getObject(1))
                    .as("nulls are the highest, as in PostgreSQL")
                    .isNull();
        }
    }

    @Test
    void a_foreign_url_is_left_to_other_drivers() throws Exception {
        var driver = new EitherDriver();

        assertThat(driver.acceptsURL("jdbc:mysql://localhost/x")).isFalse();
        assertThat(driver.connect("jdbc:mysql://localhost/x", new Properties())).isNull();
    }
}
