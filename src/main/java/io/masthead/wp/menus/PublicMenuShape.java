package io.masthead.wp.menus;

import io.masthead.menu.Menu;
import io.masthead.menu.MenuItemKind;
import io.masthead.menu.MenuNode;
import io.masthead.text.Slugs;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.menu.MenuItemShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Menus and items as PHP turns WordPress' own objects into JSON. */
final class PublicMenuShape {

    private PublicMenuShape() {}

    static Map<String, Object> menu(Menu menu, long count) {
        var json = new LinkedHashMap<String, Object>();
        json.put("term_id", menu.id());
        json.put("name", PlainWords.written(menu.name()));
        json.put("slug", Slugs.encoded(menu.slug()));
        json.put("term_group", 0);
        json.put("term_taxonomy_id", menu.id());
        json.put("taxonomy", "nav_menu");
        json.put("description", menu.description());
        json.put("parent", 0);
        json.put("count", count);
        json.put("filter", "raw");
        return json;
    }

    static List<Object> items(List<MenuNode> nodes) {
        return nodes.stream().<Object>map(PublicMenuShape::item).toList();
    }

    private static Map<String, Object> item(MenuNode node) {
        var item = node.item();
        var json = new LinkedHashMap<String, Object>();
        json.put("ID", item.id());
        json.put("post_title", item.ownLabel() == null ? "" : PlainWords.written(item.ownLabel()));
        json.put("post_content", item.description());
        json.put("post_excerpt", item.title());
        json.put("post_status", "publish");
        json.put("post_type", "nav_menu_item");
        json.put("post_parent", 0);
        json.put("menu_order", item.position());
        json.put("db_id", item.id());
        // Ids of other things are texts, since WordPress keeps them in fields of texts.
        json.put("menu_item_parent", node.parentId() == null ? "0" : Long.toString(node.parentId()));
        json.put("object_id", Long.toString(MenuItemShape.objectId(item)));
        json.put("object", MenuItemShape.object(item.kind()));
        json.put("type", MenuItemShape.type(item.kind()));
        json.put("type_label", MenuItemShape.label(item.kind()));
        json.put("url", MenuItemShape.url(node));
        json.put("title", PlainWords.written(node.label()));
        json.put("target", item.target());
        json.put("attr_title", item.title());
        json.put("description", item.description());
        json.put("classes", MenuItemShape.words(item.classes()));
        json.put("xfn", String.join(" ", item.rel()));
        if (item.kind() != MenuItemKind.LINK
                && node.thing() != null
                && node.thing().slug() != null) {
            json.put("slug", Slugs.encoded(node.thing().slug()));
        }
        if (!node.items().isEmpty()) {
            json.put("child_items", items(node.items()));
        }
        return json;
    }
}
