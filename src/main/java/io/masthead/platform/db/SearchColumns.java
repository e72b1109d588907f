package io.masthead.platform.db;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Computes all search columns of older rows: before the first start with a column serves anything, and once a day for
 * rows that a node of an older version has written meanwhile.
 */
@Singleton
public class SearchColumns {

    private final List<SearchColumn> columns;
    private final EntityManager entities;
    private final CompletedUpgrades upgrades;

    SearchColumns(@All List<SearchColumn> columns, EntityManager entities, CompletedUpgrades upgrades) {
        this.columns = columns;
        this.entities = entities;
        this.upgrades = upgrades;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        columns.forEach(column -> upgrades.runOnce(
                "search column %s.%s".formatted(column.table(), column.name()), () -> column.fill(entities)));
    }

    @UntilShutdown
    @Scheduled(every = "24h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void fillDaily() {
        fill();
    }

    /** Safe while other nodes do the same or write; a complete table costs one query, which reads all of it. */
    public void fill() {
        columns.forEach(column -> column.fill(entities));
    }
}
