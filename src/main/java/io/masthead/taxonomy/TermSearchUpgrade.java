package io.masthead.taxonomy;

import io.masthead.db.SearchColumn;
import io.masthead.kernel.WordSearch;
import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

import java.util.List;

/**
 * Makes categories and tags searchable that were stored before searches folded what they compare.
 */
@ApplicationScoped
class TermSearchUpgrade {

    private final EntityManager entities;

    TermSearchUpgrade(EntityManager entities) {
        this.entities = entities;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        new SearchColumn(
                        "term",
                        "search_text",
                        List.of("name"),
                        values -> WordSearch.folded(values.get(0)))
                .fill(entities);
    }
}
