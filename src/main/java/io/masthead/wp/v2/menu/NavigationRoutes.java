package io.masthead.wp.v2.menu;

import io.masthead.menu.MenuQueries;
import io.masthead.menu.MenuSort;
import io.masthead.menu.MenuView;
import io.masthead.setting.SettingService;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpDates;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import io.masthead.wp.v2.PlainWords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * {@code /wp/v2/navigation}: menus in the form of WordPress' block themes, for everybody to read. They are written at
 * {@code /wp/v2/menus}.
 */
@Singleton
class NavigationRoutes implements WpRoutes {

    private static final String ROUTE = "wp/v2/navigation";
    private static final ResourceSchema SCHEMA = ResourceSchema.of("navigation");

    private final MenuQueries queries;
    private final SettingService settings;

    NavigationRoutes(MenuQueries queries, SettingService settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.of("/" + ROUTE, SCHEMA, NavigationRoutes::allowed)
                        .get(
                                SCHEMA.arguments("list"),
                                Permission.toReadForEdit("edit posts in this post type"),
                                (request, nothing) -> list(request)),
                Route.of("/" + ROUTE + "/(?P<id>[\\d]+)", SCHEMA, this::find, (request, menu) -> allowed(request))
                        .get(
                                SCHEMA.arguments("read"),
                                Permission.toReadForEdit("edit this post"),
                                (request, menu) -> WpAnswer.ok(shown(menu, request))));
    }

    private static AllowedMethods allowed(WpRequest request) {
        return MenuRights.of(request.actor()).reading(true);
    }

    private MenuView find(WpRequest request) {
        return queries.find(request.id("id"), request.actor())
                .orElseThrow(() -> new WpException(404, "rest_post_invalid_id", "Invalid post ID."));
    }

    private WpAnswer list(WpRequest request) {
        var sort = switch (request.text("orderby")) {
            case "slug" -> MenuSort.SLUG;
            case "title" -> MenuSort.NAME;
            default -> MenuSort.ID;
        };
        var found = queries.search(MenuRoutes.query(request, sort, true), request.actor());
        int perPage = Math.toIntExact(request.number("per_page"));
        return Paged.answer(
                request,
                ROUTE,
                found.items().stream().map(menu -> shown(menu, request)).toList(),
                found.total(),
                perPage,
                Paged.page(Paged.offset(request), request.number("page"), perPage));
    }

    private Map<String, Object> shown(MenuView view, WpRequest request) {
        var menu = view.menu();
        var zone = settings.get().timeZone();
        return new Resource(SCHEMA, request)
                .put("id", menu::id)
                .put("date", () -> WpDates.write(menu.createdAt(), zone))
                .put("date_gmt", () -> WpDates.writeGmt(menu.createdAt()))
                .put("modified", () -> WpDates.write(menu.updatedAt(), zone))
                .put("modified_gmt", () -> WpDates.writeGmt(menu.updatedAt()))
                .put("slug", () -> Slugs.encoded(menu.slug()))
                .put("status", () -> "publish")
                .put("type", () -> "wp_navigation")
                .put("title.raw", menu::name)
                .put("title.rendered", () -> PlainWords.written(menu.name()))
                .put("content.raw", () -> NavigationMarkup.blocks(view.items()))
                .put("content.rendered", () -> NavigationMarkup.html(view.items()))
                .put("content.protected", () -> false)
                .put("content.block_version", () -> view.items().isEmpty() ? 0 : 1)
                .put("template", () -> "")
                .links(() ->
                        new Links(request).add("self", ROUTE + "/" + menu.id()).add("collection", ROUTE))
                .build();
    }
}
