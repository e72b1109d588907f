package io.masthead.user;

import io.masthead.db.SearchColumn;
import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

import java.util.List;

/** Makes users searchable that were stored before searches folded what they compare. */
@ApplicationScoped
class UserSearchUpgrade {

    private final EntityManager entities;

    UserSearchUpgrade(EntityManager entities) {
        this.entities = entities;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        new SearchColumn(
                        "users",
                        "search_text",
                        List.of("display_name", "slug"),
                        values -> User.searchText(values.get(0), values.get(1)))
                .fill(entities);
    }
}
