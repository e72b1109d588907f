package io.masthead.menu;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds, changes and removes single items; {@link MenuCommands} replaces all of a menu at once. */
@ApplicationScoped
@Transactional
public class MenuItemCommands {

    private static final String PARENT = "parentId";

    private final MenuRepository menus;
    private final MenuItemRepository items;
    private final MenuItemQueries queries;
    private final MenuThings things;
    private final Ids ids;
    private final MenuEvents events;
    private final Clock clock;

    MenuItemCommands(
            MenuRepository menus,
            MenuItemRepository items,
            MenuItemQueries queries,
            MenuThings things,
            Ids ids,
            MenuEvents events,
            Clock clock) {
        this.menus = menus;
        this.items = items;
        this.queries = queries;
        this.things = things;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws CmsException {@link ErrorCode#MENU_NOT_FOUND}, or {@link ErrorCode#VALIDATION_FAILED} naming each
     *     invalid field
     */
    public MenuNode create(NewMenuItem wanted, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "change menus");
        var menu = menus.lock(wanted.menuId()).orElseThrow(MenuQueries::notFound);
        var rows = items.of(menu.id());
        var violations = new Violations();
        violations.require(
                rows.size() < MenuRules.MAX_ITEMS,
                "",
                "too_many",
                "A menu can have at most %d items.".formatted(MenuRules.MAX_ITEMS));
        var fields = checked(wanted.fields(), null, violations);
        checkParent(rows, null, wanted.parentId(), violations);
        violations.throwIfAny();
        var item = new MenuItem(ids.next(IdSpace.CONTENT), menu.id(), fields);
        int last = rows.stream().mapToInt(MenuItem::position).max().orElse(0);
        item.place(wanted.parentId(), wanted.position() == null ? last + 1 : wanted.position());
        items.persist(item);
        changed(menu, actor);
        return queries.get(item.id(), actor);
    }

    /**
     * @throws CmsException {@link ErrorCode#MENU_ITEM_NOT_FOUND}, or {@link ErrorCode#VALIDATION_FAILED} naming each
     *     invalid field
     */
    public MenuNode update(long id, MenuItemPatch wanted, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "change menus");
        var menu = menuOf(id);
        var rows = items.of(menu.id());
        var item = find(rows, id);
        var violations = new Violations();
        var sent = wanted.fields().apply(item.fields());
        var fields = sent.equals(item.fields()) ? sent : checked(sent, item, violations);
        var parentId = wanted.parentId().orKeep(item.parentId());
        if (wanted.parentId().isSet()) {
            checkParent(rows, id, parentId, violations);
        }
        violations.throwIfAny();
        var isWritten = item.write(fields);
        var isMoved = item.place(parentId, wanted.position().orKeep(item.position()));
        if (isWritten || isMoved) {
            changed(menu, actor);
        }
        return queries.get(id, actor);
    }

    /**
     * Removes an item; those below it move up to its place.
     *
     * @throws CmsException {@link ErrorCode#MENU_ITEM_NOT_FOUND}
     */
    public void delete(long id, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "change menus");
        var menu = menuOf(id);
        var rows = items.of(menu.id());
        var item = find(rows, id);
        rows.stream()
                .filter(row -> item.id().equals(row.parentId()))
                .forEach(row -> row.place(item.parentId(), row.position()));
        items.flush();
        items.delete(item);
        changed(menu, actor);
    }

    /** Locks the menu of an item, and so the item. */
    private Menu menuOf(long id) {
        // Not the item itself, which would be stale if another client holds the lock.
        long menuId = items.menuOf(id).orElseThrow(MenuItemQueries::notFound);
        return menus.lock(menuId).orElseThrow(MenuItemQueries::notFound);
    }

    private static MenuItem find(List<MenuItem> rows, long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst().orElseThrow(MenuItemQueries::notFound);
    }

    private MenuItemFields checked(MenuItemFields sent, MenuItem row, Violations violations) {
        var here = sent.reference() == null ? Map.<MenuReference, MenuThing>of() : things.of(List.of(sent.reference()));
        return MenuItemCheck.of("", sent, row, here, violations);
    }

    private static void checkParent(List<MenuItem> rows, Long id, Long parentId, Violations violations) {
        if (parentId == null) {
            return;
        }
        var parents = new HashMap<Long, Long>();
        rows.forEach(row -> parents.put(row.id(), row.parentId()));
        if (!parents.containsKey(parentId)) {
            violations.add(PARENT, "unknown", "The menu has no item with the id " + parentId + ".");
            return;
        }
        var obstacle = MenuTree.obstacle(parents, id, parentId);
        if (obstacle != null) {
            violations.add(
                    PARENT,
                    obstacle,
                    obstacle.equals("cycle")
                            ? "An item cannot be below itself."
                            : "A menu can have at most %d levels.".formatted(MenuRules.MAX_DEPTH));
        }
    }

    private void changed(Menu menu, Actor actor) {
        menu.touch(clock.instant());
        items.flush();
        events.publish(menu, ChangeAction.UPDATED, actor.userId());
    }
}
