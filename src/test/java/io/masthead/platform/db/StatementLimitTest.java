package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on PostgreSQL, whose settings it reads. */
@QuarkusTest
class StatementLimitTest {

    @Inject
    StatementLimit limit;

    @Inject
    EntityManager entities;

    @Test
    void statements_within_the_limit_have_less_time_and_one_process() {
        var before = Transactions.requiringNew().call(this::settings);
        var within = Transactions.requiringNew().call(() -> limit.within(Duration.ofMillis(1234), this::settings));
        var after = Transactions.requiringNew().call(this::settings);

        assertThat(within).containsExactly("1234ms", "0");
        assertThat(after).isEqualTo(before).doesNotContain("1234ms", "0");
    }

    private List<String> settings() {
        return List.of(setting("statement_timeout"), setting("max_parallel_workers_per_gather"));
    }

    private String setting(String name) {
        return (String) entities.createNativeQuery("select current_setting('" + name + "')", String.class)
                .getSingleResult();
    }
}
