package io.masthead.comment;

import io.masthead.db.SearchColumn;
import io.masthead.kernel.WordSearch;
import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

import java.util.List;

/** Makes comments searchable that were stored before searches folded what they compare. */
@ApplicationScoped
class CommentSearchUpgrade {

    private final EntityManager entities;

    CommentSearchUpgrade(EntityManager entities) {
        this.entities = entities;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        new SearchColumn(
                        "comment",
                        "search_text",
                        List.of("source", "html"),
                        values -> Comment.searchText(values.get(0), values.get(1)))
                .fill(entities);
        new SearchColumn(
                        "comment",
                        "search_name",
                        List.of("author_name"),
                        values -> WordSearch.folded(values.get(0)))
                .fill(entities);
    }
}
