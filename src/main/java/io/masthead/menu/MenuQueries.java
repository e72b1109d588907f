package io.masthead.menu;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.platform.slug.SlugLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads menus. Everybody sees them with the items that lead to something public; who may change menus sees all items.
 */
@ApplicationScoped
@Transactional
public class MenuQueries {

    private final MenuRepository menus;
    private final MenuItemRepository items;
    private final MenuThings things;
    private final MenuSlugs slugs;
    private final ReadTags reads;

    MenuQueries(MenuRepository menus, MenuItemRepository items, MenuThings things, MenuSlugs slugs, ReadTags reads) {
        this.menus = menus;
        this.items = items;
        this.things = things;
        this.slugs = slugs;
        this.reads = reads;
    }

    /** A page of menus; two statements without items, and at most nine with them. */
    @BoundedReads
    public Page<MenuView> search(MenuQuery query, Actor actor) {
        reads.add(Tags.MENUS);
        var found = menus.search(query);
        reads.add(found.items().stream().map(menu -> Tags.menu(menu.id())).toList());
        var views = views(found.items(), query.withItems(), actor);
        return found.map(menu -> views.get(menu.id()));
    }

    /** @throws CmsException {@link ErrorCode#MENU_NOT_FOUND} */
    public MenuView get(long id, Actor actor) {
        return find(id, actor).orElseThrow(MenuQueries::notFound);
    }

    public Optional<MenuView> find(long id, Actor actor) {
        reads.add(Tags.menu(id));
        return menus.findByIdOptional(id)
                .map(menu -> views(List.of(menu), true, actor).get(id));
    }

    /**
     * Also finds the menu by a former slug.
     *
     * @throws CmsException {@link ErrorCode#MENU_NOT_FOUND}
     */
    public SlugLookup<MenuView> getBySlug(String slug, Actor actor) {
        return findBySlug(slug, actor).orElseThrow(MenuQueries::notFound);
    }

    /** As {@link #getBySlug}. */
    public Optional<SlugLookup<MenuView>> findBySlug(String slug, Actor actor) {
        var owner = slugs.find(slug).orElse(null);
        if (owner == null || !owner.current()) {
            reads.add(Tags.MENUS); // another menu may take the slug
        }
        return owner == null
                ? Optional.empty()
                : find(owner.ownerId(), actor).map(menu -> new SlugLookup<>(menu, owner.current()));
    }

    /** The menu at a place. */
    public Optional<MenuView> findAt(String place, Actor actor) {
        reads.add(Tags.MENUS); // another menu may take the place
        return MenuRules.isPlace(place) ? menus.at(place).map(id -> get(id, actor)) : Optional.empty();
    }

    /** The menu at each place, in alphabetical order of the places. */
    public Map<String, Menu> places() {
        reads.add(Tags.MENUS);
        var ids = menus.places();
        var found = menus.findAll(ids.values());
        var places = new LinkedHashMap<String, Menu>();
        ids.forEach((place, id) -> places.put(place, found.get(id)));
        return places;
    }

    /** The number of items of each menu that everybody sees; menus without any are absent. */
    public Map<Long, Long> itemCounts(List<Long> menuIds) {
        reads.add(Tags.POSTS, Tags.PAGES, Tags.TERMS); // items come and go with what they refer to
        return items.counts(menuIds);
    }

    /** The former slugs, in alphabetical order. */
    public List<String> formerSlugs(Menu menu) {
        return slugs.formerOf(menu.id());
    }

    private Map<Long, MenuView> views(List<Menu> found, boolean withItems, Actor actor) {
        var ids = found.stream().map(Menu::id).toList();
        var places = menus.placesOf(ids);
        var isComplete = seesAll(actor);
        var rows = withItems ? items.of(ids) : Map.<Long, List<MenuItem>>of();
        var shown =
                things.ofMenus(ids, rows.values().stream().flatMap(List::stream).toList());
        var views = new LinkedHashMap<Long, MenuView>();
        for (var menu : found) {
            views.put(
                    menu.id(),
                    new MenuView(
                            menu,
                            places.getOrDefault(menu.id(), List.of()),
                            withItems ? MenuTree.of(rows.getOrDefault(menu.id(), List.of()), shown, isComplete) : null,
                            isComplete));
        }
        return views;
    }

    static boolean seesAll(Actor actor) {
        return actor.can(Capability.MANAGE_MENUS);
    }

    static CmsException notFound() {
        return new CmsException(ErrorCode.MENU_NOT_FOUND, "There is no such menu.");
    }
}
