package io.masthead.menu;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.setting.SettingService;
import io.masthead.text.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Creates, changes and deletes menus, each as a whole; only administrators may. */
@ApplicationScoped
@Transactional
public class MenuCommands {

    private final MenuRepository menus;
    private final MenuItemTree tree;
    private final MenuQueries queries;
    private final MenuSlugs slugs;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Ids ids;
    private final MenuEvents events;
    private final Clock clock;

    MenuCommands(
            MenuRepository menus,
            MenuItemTree tree,
            MenuQueries queries,
            MenuSlugs slugs,
            SettingService settings,
            Idempotency idempotency,
            Ids ids,
            MenuEvents events,
            Clock clock) {
        this.menus = menus;
        this.tree = tree;
        this.queries = queries;
        this.slugs = slugs;
        this.settings = settings;
        this.idempotency = idempotency;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param wanted must have a name
     * @param key null if a repeated request need not be recognised
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field, items by their path
     */
    public MenuView create(MenuPatch wanted, RequestKey key, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "create menus");
        return queries.get(
                idempotency.once(key, "menu", actor, () -> add(wanted, actor).id()), actor);
    }

    /**
     * @throws CmsException {@link ErrorCode#MENU_NOT_FOUND}, {@link ErrorCode#VERSION_MISMATCH}, or {@link
     *     ErrorCode#VALIDATION_FAILED} as {@link #create}
     */
    public MenuView update(long id, MenuPatch wanted, ExpectedVersion expected, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "change menus");
        lockPlaces(wanted);
        var menu = menus.lock(id).orElseThrow(MenuQueries::notFound);
        expected.check(menu.version());
        var violations = new Violations();
        var name = wanted.name().isSet() ? MenuRules.name(wanted.name(), violations) : menu.name();
        var description = wanted.description().isSet()
                ? MenuRules.description(wanted.description().value(), violations)
                : menu.description();
        check(wanted, violations);
        var items = tree.plan(menu, wanted.items(), violations);
        violations.throwIfAny();
        if (!name.equals(menu.name())) {
            checkNameIsFree(id, name);
        }
        var slug =
                wanted.slug().isSet() ? slugs.change(menu, name, wanted.slug().value()) : menu.slug();
        var version = menu.version();
        menu.update(name, slug, description, clock.instant());
        var changes = items.store();
        changes |= place(menu, wanted.places(), actor);
        if (changes) {
            menu.touch(clock.instant());
        }
        menus.flush();
        if (menu.version() != version) {
            events.publish(menu, ChangeAction.UPDATED, actor.userId());
        }
        return queries.get(id, actor);
    }

    /**
     * Deletes a menu with its items; front ends show nothing at its places from then on.
     *
     * @throws CmsException {@link ErrorCode#MENU_NOT_FOUND} or {@link ErrorCode#VERSION_MISMATCH}
     */
    public void delete(long id, ExpectedVersion expected, Actor actor) {
        actor.require(Capability.MANAGE_MENUS, Scope.CONTENT_WRITE, "delete menus");
        var menu = menus.lock(id).orElseThrow(MenuQueries::notFound);
        expected.check(menu.version());
        slugs.delete(id);
        menus.delete(menu);
        menus.flush();
        events.publish(menu, ChangeAction.DELETED, actor.userId());
    }

    private Menu add(MenuPatch wanted, Actor actor) {
        lockPlaces(wanted);
        var violations = new Violations();
        violations.required("name", wanted.name());
        var name = wanted.name().value() == null ? "" : MenuRules.name(wanted.name(), violations);
        var description = MenuRules.description(wanted.description().value(), violations);
        check(wanted, violations);
        var id = ids.next(IdSpace.TERM);
        var items = tree.plan(id, wanted.items(), violations);
        violations.require(
                menus.count() < MenuRules.MAX_MENUS,
                "",
                "too_many",
                "A site can have at most %d menus.".formatted(MenuRules.MAX_MENUS));
        violations.throwIfAny();
        // The slug first: a concurrent request with the same name waits here for the first, and then finds the
        // name taken.
        var slug = slugs.create(id, name, wanted.slug().value());
        checkNameIsFree(id, name);
        var menu = new Menu(id, name, slug, description, clock.instant());
        menus.persist(menu);
        menus.flush();
        items.store();
        place(menu, wanted.places(), actor);
        menus.flush();
        events.publish(menu, ChangeAction.CREATED, actor.userId());
        return menu;
    }

    /** Two concurrent requests for one new place would both insert it. */
    private void lockPlaces(MenuPatch wanted) {
        if (wanted.places().isSet()) {
            settings.lock();
        }
    }

    private static void check(MenuPatch wanted, Violations violations) {
        if (wanted.slug().value() != null) {
            MenuRules.slug(wanted.slug().value(), violations);
        }
        if (violations.hasValue("places", wanted.places())) {
            MenuRules.places(wanted.places().value(), violations);
        }
    }

    private boolean place(Menu menu, Patch<List<String>> wanted, Actor actor) {
        if (!wanted.isSet()
                || menus.placesOf(List.of(menu.id()))
                        .getOrDefault(menu.id(), List.of())
                        .equals(wanted.value().stream().sorted().toList())) {
            return false;
        }
        for (long other :
                menus.place(menu.id(), wanted.value()).stream().distinct().toList()) {
            var former = menus.lock(other).orElseThrow();
            former.touch(clock.instant());
            menus.flush();
            events.publish(former, ChangeAction.UPDATED, actor.userId());
        }
        return true;
    }

    private void checkNameIsFree(long id, String name) {
        var taken = menus.namedLike(Folding.key(name)).stream()
                .anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(name));
        if (taken) {
            throw CmsException.field("name", "taken", "There is already a menu named '" + name + "'.");
        }
    }
}
