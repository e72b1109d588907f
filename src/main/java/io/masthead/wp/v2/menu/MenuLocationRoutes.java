package io.masthead.wp.v2.menu;

import io.masthead.menu.Menu;
import io.masthead.menu.MenuQueries;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /wp/v2/menu-locations}: the places that have a menu, since there is no theme that names others. */
@Singleton
class MenuLocationRoutes implements WpRoutes {

    static final String ROUTE = "wp/v2/menu-locations";

    private static final ResourceSchema SCHEMA = ResourceSchema.of("menu-location");
    private static final String WHAT = "menu locations";

    private final MenuQueries queries;

    MenuLocationRoutes(MenuQueries queries) {
        this.queries = queries;
    }

    /** A place and the menu there. */
    private record Location(String place, Menu menu) {}

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.of("/" + ROUTE, SCHEMA, request -> MenuRights.ofPlaces(request.actor()))
                        .get(
                                SCHEMA.arguments("list"),
                                (request, nothing, allowed) ->
                                        request.require(allowed.read(), "rest_cannot_view", "view " + WHAT),
                                (request, nothing) -> list(request)),
                Route.of(
                                "/" + ROUTE + "/(?P<location>[\\w-]+)",
                                SCHEMA,
                                this::find,
                                (request, location) -> MenuRights.ofPlaces(request.actor()))
                        .get(
                                SCHEMA.arguments("read"),
                                (request, location, allowed) ->
                                        request.require(allowed.read(), "rest_cannot_view", "view " + WHAT),
                                (request, location) -> WpAnswer.ok(shown(location, request))));
    }

    private Location find(WpRequest request) {
        var place = request.text("location");
        var menu = queries.places().get(place);
        if (menu == null) {
            throw new WpException(404, "rest_menu_location_invalid", "Invalid menu location.");
        }
        return new Location(place, menu);
    }

    private WpAnswer list(WpRequest request) {
        var all = new LinkedHashMap<String, Object>();
        queries.places().forEach((place, menu) -> all.put(place, shown(new Location(place, menu), request)));
        return WpAnswer.ok(all);
    }

    private static Map<String, Object> shown(Location location, WpRequest request) {
        return new Resource(SCHEMA, request)
                .put("name", location::place)
                .put("description", location::place)
                .put("menu", () -> location.menu().id())
                .links(() -> new Links(request)
                        .add("self", ROUTE + "/" + location.place())
                        .add("collection", ROUTE)
                        .add("wp:menu", MenuShape.ROUTE + "/" + location.menu().id()))
                .build();
    }
}
