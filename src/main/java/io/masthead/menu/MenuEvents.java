package io.masthead.menu;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.Events;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Publishes changes of menus, with their items and places. */
@ApplicationScoped
class MenuEvents {

    private final Events events;

    MenuEvents(Events events) {
        this.events = events;
    }

    /** @param actorId null if no user made the change */
    void publish(Menu menu, ChangeAction action, Long actorId) {
        events.publish(new ContentChanged(
                Subject.MENU,
                menu.id(),
                action,
                menu.version(),
                null,
                Set.of(Tags.menu(menu.id()), Tags.MENUS),
                actorId));
    }
}
