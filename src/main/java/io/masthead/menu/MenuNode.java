package io.masthead.menu;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An item as it is shown, with those below it.
 *
 * @param thing what it refers to; null for a link, and if that is deleted or not imported yet
 * @param parentId of the item that it is shown below; null at the root
 * @param items those below it, in their order
 */
public record MenuNode(MenuItem item, MenuThing thing, Long parentId, List<MenuNode> items) {

    /** One by itself, without those below it. */
    static MenuNode single(MenuItem item, Map<MenuReference, MenuThing> things) {
        return new MenuNode(item, thingOf(item, things), item.parentId(), List.of());
    }

    static MenuThing thingOf(MenuItem item, Map<MenuReference, MenuThing> things) {
        return item.reference() == null ? null : things.get(item.reference());
    }

    /** Its own label, or that of what it refers to; empty if that is not here. */
    public String label() {
        if (item.ownLabel() != null) {
            return item.ownLabel();
        }
        return thing == null ? "" : thing.label();
    }

    /** Null if what it refers to is not here. */
    public String url() {
        if (item.ownUrl() != null) {
            return item.ownUrl();
        }
        return thing == null ? null : thing.url();
    }

    /** Whether readers see it. */
    public boolean isVisible() {
        return isVisible(item, thing);
    }

    static boolean isVisible(MenuItem item, MenuThing thing) {
        return item.kind() == MenuItemKind.LINK || (thing != null && thing.isPublic());
    }

    /** It and all below it, each before those below it. */
    public Stream<MenuNode> flat() {
        return Stream.concat(Stream.of(this), items.stream().flatMap(MenuNode::flat));
    }
}
