package io.masthead.wp.v2.menu;

import io.masthead.menu.MenuView;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.PlainWords;
import java.util.List;
import java.util.Map;

/** A menu as WordPress shows it. */
final class MenuShape {

    static final ResourceSchema SCHEMA = ResourceSchema.of("menu");
    static final String ROUTE = "wp/v2/menus";

    private MenuShape() {}

    static Map<String, Object> of(MenuView view, WpRequest request) {
        return of(view, request, request.context());
    }

    static Map<String, Object> of(MenuView view, WpRequest request, String context) {
        return fields(view, new Resource(SCHEMA, request, context))
                .links(() -> links(view, request))
                .build();
    }

    /** Without links, as what a deleted menu was. */
    static Map<String, Object> former(MenuView view, WpRequest request) {
        return fields(view, new Resource(SCHEMA, request, "view")).build();
    }

    private static Resource fields(MenuView view, Resource resource) {
        var menu = view.menu();
        return resource.put("id", menu::id)
                .put("description", menu::description)
                .put("name", () -> PlainWords.written(menu.name()))
                .put("slug", () -> Slugs.encoded(menu.slug()))
                .put("meta", List::of)
                .put("locations", view::places)
                .put("auto_add", () -> false);
    }

    private static Links links(MenuView view, WpRequest request) {
        var id = view.menu().id();
        AllowedMethods allowed = MenuRights.of(request.actor());
        var links = new Links(request)
                .add("self", ROUTE + "/" + id, Links.hints(allowed))
                .add("collection", ROUTE)
                .add("wp:post_type", MenuItemShape.ROUTE + "?menus=" + id);
        view.places().forEach(place -> links.add("wp:menu-location", MenuLocationRoutes.ROUTE + "/" + place));
        return links;
    }
}
