package io.masthead.platform.db;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Computes all search columns of older rows at the start. */
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

    /** Safe while other nodes do the same or write; a complete table costs one query. */
    public void fill() {
        columns.forEach(column -> column.fill(entities));
    }
}
