package io.masthead.wp.v2.menu;

import io.masthead.menu.MenuItem;
import io.masthead.menu.MenuItemKind;
import io.masthead.menu.MenuNode;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import java.util.List;
import java.util.Map;

/** An item of a menu as WordPress shows it. */
public final class MenuItemShape {

    static final ResourceSchema SCHEMA = ResourceSchema.of("menu-item");
    static final String ROUTE = "wp/v2/menu-items";

    private MenuItemShape() {}

    static Map<String, Object> of(MenuNode node, WpRequest request) {
        return of(node, request, request.context());
    }

    static Map<String, Object> of(MenuNode node, WpRequest request, String context) {
        return fields(node, new Resource(SCHEMA, request, context))
                .links(() -> links(node.item(), request))
                .build();
    }

    /** Without links, as what a deleted item was. */
    static Map<String, Object> former(MenuNode node, WpRequest request) {
        return fields(node, new Resource(SCHEMA, request, "view")).build();
    }

    private static Resource fields(MenuNode node, Resource resource) {
        var item = node.item();
        return resource.put("id", item::id)
                .put("title.raw", node::label)
                .put("title.rendered", () -> PlainWords.written(node.label()))
                .put("type_label", () -> label(item.kind()))
                .put("type", () -> type(item.kind()))
                .put("status", () -> "publish")
                .put("parent", () -> item.parentId() == null ? 0L : item.parentId())
                .put("attr_title", item::title)
                .put("classes", () -> words(item.classes()))
                .put("description", item::description)
                .put("menu_order", item::position)
                .put("object", () -> object(item.kind()))
                .put("object_id", () -> objectId(item))
                .put("target", item::target)
                .put("url", () -> url(node))
                .put("xfn", () -> words(item.rel()))
                .put("invalid", () -> !node.isVisible())
                .put("menus", item::menuId)
                .put("meta", List::of);
    }

    /** Whether it leads to a post or page, to a term or to a URL, in WordPress' word. */
    public static String type(MenuItemKind kind) {
        if (kind == MenuItemKind.LINK) {
            return "custom";
        }
        return kind.postType().isPresent() ? "post_type" : "taxonomy";
    }

    /** For people. */
    public static String label(MenuItemKind kind) {
        return switch (kind) {
            case LINK -> "Custom Link";
            case POST -> "Post";
            case PAGE -> "Page";
            case CATEGORY -> "Category";
            case TAG -> "Tag";
        };
    }

    /** The kind of what it leads to, in WordPress' word. */
    public static String object(MenuItemKind kind) {
        return switch (kind) {
            case LINK -> "custom";
            case POST -> "post";
            case PAGE -> "page";
            case CATEGORY -> "category";
            case TAG -> "post_tag";
        };
    }

    /** The id of what it leads to; links lead to themselves, in WordPress' view. */
    public static long objectId(MenuItem item) {
        if (item.kind() == MenuItemKind.LINK) {
            return item.id();
        }
        return item.reference() == null ? 0 : item.reference().id();
    }

    /** WordPress splits a text at blanks, so that of none there is an empty word. */
    public static List<String> words(List<String> words) {
        return words.isEmpty() ? List.of("") : words;
    }

    /** Empty if what it leads to is not here. */
    public static String url(MenuNode node) {
        return node.url() == null ? "" : node.url();
    }

    private static Links links(MenuItem item, WpRequest request) {
        var links = new Links(request)
                .add("self", ROUTE + "/" + item.id(), Links.hints(MenuRights.of(request.actor())))
                .add("collection", ROUTE)
                .add("wp:term", MenuShape.ROUTE + "/" + item.menuId(), Map.of("taxonomy", "nav_menu"));
        if (item.reference() != null) {
            var kind = item.kind();
            var collection = switch (kind) {
                case POST -> "posts";
                case PAGE -> "pages";
                case CATEGORY -> "categories";
                default -> "tags";
            };
            links.add(
                    "wp:menu-item-object",
                    "wp/v2/" + collection + "/" + item.reference().id(),
                    Map.of(kind.postType().isPresent() ? "post_type" : "taxonomy", object(kind)));
        }
        return links;
    }
}
