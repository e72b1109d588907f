package io.masthead.platform.db;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Makes all search columns, at the start, for the rows that are older than they. */
@Singleton
public class SearchColumns {

    private final List<SearchColumn> columns;
    private final EntityManager entities;

    SearchColumns(@All List<SearchColumn> columns, EntityManager entities) {
        this.columns = columns;
        this.entities = entities;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        fill();
    }

    /**
     * Safe while others do the same or write; what is there already costs one look at its table.
     */
    public void fill() {
        columns.forEach(column -> column.fill(entities));
    }
}
