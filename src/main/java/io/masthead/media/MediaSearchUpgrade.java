package io.masthead.media;

import io.masthead.db.SearchColumn;
import io.masthead.kernel.WordSearch;
import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

import java.util.List;

/** Makes media searchable that were stored before searches folded what they compare. */
@ApplicationScoped
class MediaSearchUpgrade {

    private final EntityManager entities;

    MediaSearchUpgrade(EntityManager entities) {
        this.entities = entities;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        new SearchColumn(
                        "media",
                        "search_text",
                        List.of("title", "alt_text"),
                        values -> WordSearch.folded(values.get(0), values.get(1)))
                .fill(entities);
    }
}
