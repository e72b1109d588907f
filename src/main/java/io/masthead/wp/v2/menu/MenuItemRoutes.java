package io.masthead.wp.v2.menu;

import io.masthead.kernel.Offset;
import io.masthead.menu.MenuItemCommands;
import io.masthead.menu.MenuItemFilter;
import io.masthead.menu.MenuItemQueries;
import io.masthead.menu.MenuItemQuery;
import io.masthead.menu.MenuItemSort;
import io.masthead.menu.MenuNode;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import io.masthead.wp.v2.SearchWords;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code /wp/v2/menu-items}. */
@Singleton
class MenuItemRoutes implements WpRoutes {

    private static final String WHAT = "menu items";
    private static final String TO_EDIT = "edit posts in this post type";

    private final MenuItemQueries queries;
    private final MenuItemCommands commands;
    private final MenuItemWrites writes;

    MenuItemRoutes(MenuItemQueries queries, MenuItemCommands commands, MenuItemWrites writes) {
        this.queries = queries;
        this.commands = commands;
        this.writes = writes;
    }

    @Override
    public List<Route<?>> routes() {
        var schema = MenuItemShape.SCHEMA;
        return List.of(
                Route.of("/" + MenuItemShape.ROUTE, schema, request -> MenuRights.of(request.actor()))
                        .get(
                                schema.arguments("list"),
                                MenuRights.toRead(WHAT, TO_EDIT),
                                (request, nothing) -> list(request))
                        .post(
                                schema.creation(),
                                Permission.toWrite("rest_cannot_create", "create posts as this user"),
                                this::create)
                        .batched(),
                Route.of(
                                "/" + MenuItemShape.ROUTE + "/(?P<id>[\\d]+)",
                                schema,
                                request -> queries.get(request.id("id"), request.actor()),
                                (request, item) -> MenuRights.of(request.actor()))
                        .get(
                                schema.arguments("read"),
                                MenuRights.toRead(WHAT, "edit this post"),
                                (request, item) -> WpAnswer.ok(MenuItemShape.of(item, request)))
                        .update(schema.change(), Permission.toWrite("rest_cannot_edit", "edit this post"), this::update)
                        .delete(
                                schema.arguments("delete"),
                                Permission.toDelete("rest_cannot_delete", "delete this post"),
                                this::delete)
                        .batched());
    }

    private WpAnswer list(WpRequest request) {
        int perPage = Math.toIntExact(request.number("per_page"));
        long page = request.number("page");
        var offset = Paged.offset(request);
        var included = request.ids("include");
        var position = request.number("menu_order");
        var found = queries.search(
                new MenuItemQuery(
                        new MenuItemFilter(
                                request.ids("menus"),
                                request.ids("menus_exclude"),
                                included.isEmpty() ? null : included,
                                included.isEmpty() ? request.ids("exclude") : List.of(),
                                position == null ? null : (int) Math.min(position, Integer.MAX_VALUE),
                                SearchWords.phrase(request.text("search"))),
                        sort(request.text("orderby")),
                        "desc".equals(request.text("order")),
                        new Offset(Paged.skipped(offset, page, perPage), perPage, true)),
                request.actor());
        return Paged.answer(
                request,
                MenuItemShape.ROUTE,
                found.items().stream()
                        .map(item -> MenuItemShape.of(item, request))
                        .toList(),
                found.total(),
                perPage,
                Paged.page(offset, page, perPage));
    }

    private static MenuItemSort sort(String orderBy) {
        return switch (orderBy == null ? "menu_order" : orderBy) {
            case "id" -> MenuItemSort.ID;
            case "include" -> MenuItemSort.LISTED_IDS;
            case "title" -> MenuItemSort.LABEL;
            default -> MenuItemSort.POSITION;
        };
    }

    private WpAnswer create(WpRequest request) {
        var item = writes.create(request);
        return WpAnswer.created(
                MenuItemShape.of(item, request, "edit"),
                MenuItemShape.ROUTE + "/" + item.item().id());
    }

    private WpAnswer update(WpRequest request, MenuNode former) {
        return WpAnswer.ok(MenuItemShape.of(writes.update(request, former), request, "edit"));
    }

    private WpAnswer delete(WpRequest request, MenuNode item) {
        if (!request.isOn("force")) {
            throw new WpException(
                    501, "rest_trash_not_supported", "Menu items do not support trashing. Set 'force=true' to delete.");
        }
        commands.delete(item.item().id(), request.actor());
        return WpAnswer.deleted(MenuItemShape.former(item, request));
    }
}
