package io.masthead.menu;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Creates the menus of another site; only {@code imports} may call it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MenuImport {

    private final MenuRepository menus;
    private final MenuItemRepository items;
    private final MenuThingRepository things;
    private final MenuSlugs slugs;
    private final Ids ids;
    private final MenuEvents events;
    private final EntityManager entities;
    private final Clock clock;

    MenuImport(
            MenuRepository menus,
            MenuItemRepository items,
            MenuThingRepository things,
            MenuSlugs slugs,
            Ids ids,
            MenuEvents events,
            EntityManager entities,
            Clock clock) {
        this.menus = menus;
        this.items = items;
        this.things = things;
        this.slugs = slugs;
        this.ids = ids;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    public boolean exists(long menuId) {
        return menus.findByIdOptional(menuId).isPresent();
    }

    /** Whether the site can have no further menu. */
    public boolean areTooMany() {
        return menus.count() >= MenuRules.MAX_MENUS;
    }

    /** Whether a menu can have no further item. */
    public boolean isFull(long menuId) {
        return items.count(menuId) >= MenuRules.MAX_ITEMS;
    }

    /** Allows equal names, as with categories; texts that are too long are cut. */
    public long create(ImportedMenu original) {
        long id = ids.take(IdSpace.TERM, original.id());
        var name = cut(original.name(), MenuRules.MAX_NAME);
        var chosen = original.slug() != null && Slugs.isValid(original.slug()) ? original.slug() : null;
        var menu = new Menu(
                id,
                name,
                slugs.createFitting(id, name, chosen),
                cut(original.description(), MenuRules.MAX_DESCRIPTION),
                clock.instant());
        menus.persist(menu);
        menus.flush();
        events.publish(menu, ChangeAction.CREATED, null);
        return id;
    }

    /**
     * The fields that satisfy the limits.
     *
     * @param warnings receives a sentence for each that does not
     * @return empty if it leads nowhere that is allowed
     */
    public static Optional<MenuItemFields> fit(MenuItemFields fields, Consumer<String> warnings) {
        if (fields.url() != null
                && (!MenuRules.isUrl(fields.url()) || fields.url().length() > MenuRules.MAX_URL)) {
            warnings.accept("It was skipped: menus cannot lead to its URL.");
            return Optional.empty();
        }
        var target = fields.target();
        if (!MenuRules.isTarget(target)) {
            warnings.accept("Its target was left out: it is none of HTML's keywords.");
            target = "";
        }
        return Optional.of(new MenuItemFields(
                fields.label() == null ? null : fitted("label", fields.label(), MenuRules.MAX_LABEL, warnings),
                fields.url(),
                fields.reference(),
                target,
                fitted("title attribute", fields.title(), MenuRules.MAX_TITLE, warnings),
                words("classes", fields.classes(), warnings),
                words("link types", fields.rel(), warnings),
                fitted("description", fields.description(), MenuRules.MAX_ITEM_DESCRIPTION, warnings)));
    }

    public long add(ImportedMenuItem original) {
        long id = ids.take(IdSpace.CONTENT, original.id());
        var item = new MenuItem(id, original.menuId(), original.fields());
        if (original.awaited() != null) {
            item.await(original.awaited());
        }
        item.place(null, original.position());
        items.persist(item);
        return id;
    }

    /** To be called after items of a menu have been added. */
    public void changed(long menuId) {
        menus.flush();
        menus.lock(menuId).ifPresent(this::changed);
    }

    /**
     * Makes an item lead to a post or page, unless an editor has chosen something.
     *
     * @return the menu that has to be told by {@link #changed}; empty if nothing changed
     */
    public Optional<Long> referToPost(long itemId, long postId) {
        return things.posts(List.of(postId)).stream()
                .findFirst()
                .flatMap(post -> refer(itemId, MenuItemKind.of(post.place().type()), postId));
    }

    /** As {@link #referToPost}, for a category or tag. */
    public Optional<Long> referToTerm(long itemId, long termId) {
        return things.terms(List.of(termId)).stream()
                .findFirst()
                .flatMap(term -> refer(itemId, MenuItemKind.of(term.kind()), termId));
    }

    /**
     * Moves an item below another one, unless an editor has moved it.
     *
     * @return its label if it cannot be there
     */
    public Optional<String> place(long itemId, long parentId) {
        var item = locked(itemId).orElse(null);
        if (item == null || item.parentId() != null) {
            return Optional.empty();
        }
        var parents = new HashMap<Long, Long>();
        items.of(item.menuId()).forEach(row -> parents.put(row.id(), row.parentId()));
        if (!parents.containsKey(parentId) || MenuTree.obstacle(parents, itemId, parentId) != null) {
            return Optional.of(item.ownLabel() == null ? "" : item.ownLabel());
        }
        item.place(parentId, item.position());
        changed(item.menuId());
        return Optional.empty();
    }

    private Optional<Long> refer(long itemId, MenuItemKind kind, long thingId) {
        return locked(itemId).filter(MenuItem::isWaiting).map(item -> {
            item.await(kind);
            item.refer(thingId);
            return item.menuId();
        });
    }

    /** Locks the menu before the item is read, as each change of an item does. */
    private Optional<MenuItem> locked(long itemId) {
        return items.menuOf(itemId).flatMap(menus::lock).flatMap(menu -> items.findByIdOptional(itemId));
    }

    private void changed(Menu menu) {
        menu.touch(clock.instant());
        entities.flush();
        events.publish(menu, ChangeAction.UPDATED, null);
    }

    private static List<String> words(String what, List<String> words, Consumer<String> warnings) {
        var kept = new ArrayList<String>();
        words.stream().filter(MenuRules::isWord).limit(MenuRules.MAX_WORDS).forEach(kept::add);
        if (kept.size() < words.size()) {
            warnings.accept("%d of its %s were left out: they are malformed, or too many."
                    .formatted(words.size() - kept.size(), what));
        }
        return List.copyOf(kept);
    }

    private static String fitted(String what, String text, int max, Consumer<String> warnings) {
        var cut = cut(text, max);
        if (cut.length() < text.length()) {
            warnings.accept("Its %s was cut to %,d characters.".formatted(what, max));
        }
        return cut;
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
