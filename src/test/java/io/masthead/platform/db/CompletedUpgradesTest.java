package io.masthead.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class CompletedUpgradesTest {

    @Inject
    CompletedUpgrades upgrades;

    private final String name = Blog.unique("upgrade ");
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void an_upgrade_runs_until_it_is_complete_and_then_no_more() {
        assertThatThrownBy(() -> upgrades.runOnce(name, () -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("planted by a test");
                }))
                .hasMessageContaining("planted");

        upgrades.runOnce(name, runs::incrementAndGet);
        upgrades.runOnce(name, runs::incrementAndGet);

        assertThat(runs).hasValue(2);
    }
}
