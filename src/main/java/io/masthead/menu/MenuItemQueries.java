package io.masthead.menu;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Reads items of any menus, each by itself: those below an item are not read. */
@ApplicationScoped
@Transactional
public class MenuItemQueries {

    private final MenuItemRepository items;
    private final MenuThings things;
    private final ReadTags reads;

    MenuItemQueries(MenuItemRepository items, MenuThings things, ReadTags reads) {
        this.items = items;
        this.things = things;
        this.reads = reads;
    }

    /** A page of the items that the caller may see. */
    @BoundedReads
    public Page<MenuNode> search(MenuItemQuery query, Actor actor) {
        reads.add(Tags.MENUS, Tags.POSTS, Tags.PAGES, Tags.TERMS); // items come and go with what they refer to
        var found = items.search(query, MenuQueries.seesAll(actor));
        var shown = things.of(found.items());
        return found.map(item -> MenuNode.single(item, shown));
    }

    /** @throws CmsException {@link ErrorCode#MENU_ITEM_NOT_FOUND}, also for one that the caller may not see */
    public MenuNode get(long id, Actor actor) {
        var item = items.findByIdOptional(id).orElseThrow(MenuItemQueries::notFound);
        reads.add(Tags.menu(item.menuId()));
        var node = MenuNode.single(item, things.of(List.of(item)));
        if (!node.isVisible() && !MenuQueries.seesAll(actor)) {
            throw notFound();
        }
        return node;
    }

    /** The reference to a post or page, whichever has this id. */
    public Optional<MenuReference> findPost(long id) {
        return find(new MenuReference(MenuItemKind.POST, id), new MenuReference(MenuItemKind.PAGE, id));
    }

    /** The reference to a category or tag, whichever has this id. */
    public Optional<MenuReference> findTerm(long id) {
        return find(new MenuReference(MenuItemKind.CATEGORY, id), new MenuReference(MenuItemKind.TAG, id));
    }

    private Optional<MenuReference> find(MenuReference... candidates) {
        return things.of(List.of(candidates)).keySet().stream().findFirst();
    }

    static CmsException notFound() {
        return new CmsException(ErrorCode.MENU_ITEM_NOT_FOUND, "There is no such item.");
    }
}
