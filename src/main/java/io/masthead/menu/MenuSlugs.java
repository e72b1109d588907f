package io.masthead.menu;

import io.masthead.platform.slug.SlugOwner;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The slug of a menu over its lifetime: it always has one, and former ones are kept. */
@ApplicationScoped
class MenuSlugs {

    private static final String SCOPE = "menu";

    private final SlugRegistry registry;

    MenuSlugs(SlugRegistry registry) {
        this.registry = registry;
    }

    /** @param chosen null to make one from the name */
    String create(long id, String name, String chosen) {
        if (chosen != null) {
            registry.claim(SCOPE, chosen, id);
            return chosen;
        }
        var made = Slugs.from(name);
        return registry.claimFree(SCOPE, made.isEmpty() ? Long.toString(id) : made, id);
    }

    /** As {@link #create}; a chosen one that is taken gets a number. */
    String createFitting(long id, String name, String chosen) {
        return chosen == null ? create(id, name, null) : registry.claimFree(SCOPE, chosen, id);
    }

    /** @param chosen null to make one from the name */
    String change(Menu menu, String name, String chosen) {
        if (menu.slug().equals(chosen)) {
            return chosen;
        }
        registry.retire(SCOPE, menu.id());
        return create(menu.id(), name, chosen);
    }

    void delete(long id) {
        registry.deleteAll(SCOPE, id);
    }

    Optional<SlugOwner> find(String slug) {
        return registry.find(SCOPE, slug);
    }

    List<String> formerOf(long id) {
        return registry.formerOf(SCOPE, id);
    }
}
