package io.masthead.wp.menus;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Offset;
import io.masthead.menu.MenuFilter;
import io.masthead.menu.MenuQueries;
import io.masthead.menu.MenuQuery;
import io.masthead.menu.MenuRules;
import io.masthead.menu.MenuSort;
import io.masthead.menu.MenuView;
import io.masthead.platform.slug.SlugLookup;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /menus/v1}: menus and places for everybody, always as readers see them. */
@Singleton
class PublicMenuRoutes implements WpRoutes {

    private static final String NAMESPACE = "menus/v1";
    private static final int PER_QUERY = 100;
    private static final ResourceSchema MENU = ResourceSchema.of("public-menu");
    private static final ResourceSchema LOCATION = ResourceSchema.of("public-location");

    private final MenuQueries queries;

    PublicMenuRoutes(MenuQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.in(NAMESPACE, "/menus/v1/menus", MENU).get(MENU.arguments("list"), request -> menus()),
                Route.in(NAMESPACE, "/menus/v1/menus/(?P<id>[^/]+)", MENU).get(MENU.arguments("read"), this::menu),
                Route.in(NAMESPACE, "/menus/v1/locations", LOCATION)
                        .get(LOCATION.arguments("list"), request -> places()),
                Route.in(NAMESPACE, "/menus/v1/locations/(?P<location>[^/]+)", MENU)
                        .get(LOCATION.arguments("read"), this::place));
    }

    private WpAnswer menus() {
        var all = new ArrayList<MenuView>();
        for (int first = 0; first < MenuRules.MAX_MENUS; first += PER_QUERY) {
            var page = new Offset(first, PER_QUERY, false);
            all.addAll(queries.search(new MenuQuery(MenuFilter.ALL, MenuSort.NAME, false, page, false), Actor.ANONYMOUS)
                    .items());
            if (all.size() < first + PER_QUERY) {
                break;
            }
        }
        var counts =
                queries.itemCounts(all.stream().map(view -> view.menu().id()).toList());
        return WpAnswer.ok(all.stream()
                .map(view -> PublicMenuShape.menu(
                        view.menu(), counts.getOrDefault(view.menu().id(), 0L)))
                .toList());
    }

    /** A menu by its place, slug or id, in this order. */
    private WpAnswer menu(WpRequest request) {
        var name = request.text("id");
        return queries.findAt(name, Actor.ANONYMOUS)
                .or(() -> bySlug(name))
                .or(() -> byId(name))
                .map(PublicMenuRoutes::shown)
                .orElseThrow(() -> new WpException(
                        404,
                        "not_found",
                        "No location has been found with this id or slug: `%s`. Please ensure you passed an existing menu ID, menu slug, location ID or location slug."
                                .formatted(name)));
    }

    private WpAnswer places() {
        var places = queries.places();
        var counts = queries.itemCounts(
                places.values().stream().map(menu -> menu.id()).distinct().toList());
        var json = new LinkedHashMap<String, Object>();
        places.forEach((place, menu) -> {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("slug", place);
            shown.put("menu", PublicMenuShape.menu(menu, counts.getOrDefault(menu.id(), 0L)));
            json.put(place, shown);
        });
        return WpAnswer.ok(json);
    }

    private WpAnswer place(WpRequest request) {
        var name = request.text("location");
        return queries.findAt(name, Actor.ANONYMOUS)
                .map(PublicMenuRoutes::shown)
                .orElseThrow(() -> new WpException(
                        404,
                        "not_found",
                        "No location has been found for %s. Please ensure you passed an existing location ID or location slug."
                                .formatted(name)));
    }

    private static WpAnswer shown(MenuView view) {
        var json = PublicMenuShape.menu(view.menu(), view.flat().size());
        json.put("items", PublicMenuShape.items(view.items()));
        return WpAnswer.ok(json);
    }

    private Optional<MenuView> bySlug(String slug) {
        return queries.findBySlug(slug, Actor.ANONYMOUS).map(SlugLookup::found);
    }

    private Optional<MenuView> byId(String id) {
        return id.matches("[0-9]{1,18}") ? queries.find(Long.parseLong(id), Actor.ANONYMOUS) : Optional.empty();
    }
}
