package io.masthead.wp.v2.menu;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Patch;
import io.masthead.menu.Menu;
import io.masthead.menu.MenuCommands;
import io.masthead.menu.MenuFilter;
import io.masthead.menu.MenuPatch;
import io.masthead.menu.MenuQueries;
import io.masthead.menu.MenuQuery;
import io.masthead.menu.MenuSort;
import io.masthead.menu.MenuView;
import io.masthead.text.Slugs;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import io.masthead.wp.v2.PlainWords;
import io.masthead.wp.v2.SearchWords;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code /wp/v2/menus}. */
@Singleton
class MenuRoutes implements WpRoutes {

    private static final String WHAT = "menus";
    private static final String TO_EDIT = "edit terms in this taxonomy";

    private final MenuQueries queries;
    private final MenuCommands commands;

    MenuRoutes(MenuQueries queries, MenuCommands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Override
    public List<Route<?>> routes() {
        var schema = MenuShape.SCHEMA;
        return List.of(
                Route.of("/" + MenuShape.ROUTE, schema, request -> MenuRights.of(request.actor()))
                        .get(
                                schema.arguments("list"),
                                MenuRights.toRead(WHAT, TO_EDIT),
                                (request, nothing) -> list(request))
                        .post(
                                schema.creation(),
                                Permission.toWrite("rest_cannot_create", "create terms in this taxonomy"),
                                this::create)
                        .batched(),
                Route.of(
                                "/" + MenuShape.ROUTE + "/(?P<id>[\\d]+)",
                                schema,
                                request -> queries.get(request.id("id"), request.actor()),
                                (request, menu) -> MenuRights.of(request.actor()))
                        .get(
                                schema.arguments("read"),
                                MenuRights.toRead(WHAT, "edit this term"),
                                (request, menu) -> WpAnswer.ok(MenuShape.of(menu, request)))
                        .update(
                                schema.change(),
                                Permission.toWrite("rest_cannot_update", "edit this term"),
                                this::update)
                        .delete(
                                schema.arguments("delete"),
                                Permission.toDelete("rest_cannot_delete", "delete this term"),
                                this::delete)
                        .batched());
    }

    private WpAnswer list(WpRequest request) {
        var found = queries.search(query(request, sort(request.text("orderby"))), request.actor());
        int perPage = Math.toIntExact(request.number("per_page"));
        return Paged.answer(
                request,
                MenuShape.ROUTE,
                found.items().stream().map(menu -> MenuShape.of(menu, request)).toList(),
                found.total(),
                perPage,
                Paged.page(Paged.offset(request), request.number("page"), perPage));
    }

    /** The conditions that lists of menus share, whatever they are shown as. */
    static MenuQuery query(WpRequest request, MenuSort sort) {
        return query(request, sort, false);
    }

    static MenuQuery query(WpRequest request, MenuSort sort, boolean withItems) {
        int perPage = Math.toIntExact(request.number("per_page"));
        var included = request.ids("include");
        return new MenuQuery(
                new MenuFilter(
                        null,
                        SearchWords.phrase(request.text("search")),
                        request.strings("slug"),
                        included.isEmpty() ? null : included,
                        included.isEmpty() ? request.ids("exclude") : List.of()),
                sort,
                "desc".equals(request.text("order")),
                new Offset(Paged.skipped(Paged.offset(request), request.number("page"), perPage), perPage, true),
                withItems);
    }

    private static MenuSort sort(String orderBy) {
        return switch (orderBy == null ? "name" : orderBy) {
            case "id" -> MenuSort.ID;
            case "slug" -> MenuSort.SLUG;
            default -> MenuSort.NAME;
        };
    }

    private WpAnswer create(WpRequest request) {
        var menu = written(request, () -> commands.create(patch(request, null), null, request.actor()));
        return WpAnswer.created(
                MenuShape.of(menu, request, "edit"),
                MenuShape.ROUTE + "/" + menu.menu().id());
    }

    private WpAnswer update(WpRequest request, MenuView former) {
        var menu = written(
                request,
                () -> commands.update(
                        former.menu().id(), patch(request, former.menu()), ExpectedVersion.ANY, request.actor()));
        return WpAnswer.ok(MenuShape.of(menu, request, "edit"));
    }

    private WpAnswer delete(WpRequest request, MenuView menu) {
        if (!request.isOn("force")) {
            throw new WpException(
                    501, "rest_trash_not_supported", "Menus do not support trashing. Set 'force=true' to delete.");
        }
        commands.delete(menu.menu().id(), ExpectedVersion.ANY, request.actor());
        return WpAnswer.deleted(MenuShape.former(menu, request));
    }

    private static MenuPatch patch(WpRequest request, Menu former) {
        if (request.isOn("auto_add")) {
            throw WpException.parameter(
                    "auto_add",
                    new ParameterFault("rest_invalid_param", "Pages do not come into menus by themselves here.", null));
        }
        return new MenuPatch(
                request.has("name") ? Patch.to(PlainWords.line(request.text("name"))) : Patch.absent(),
                request.has("slug") ? Patch.to(slug(request.text("slug"), former)) : Patch.absent(),
                request.has("description") ? Patch.to(PlainWords.line(request.text("description"))) : Patch.absent(),
                request.has("locations") ? Patch.to(request.strings("locations")) : Patch.absent(),
                Patch.absent());
    }

    /** Null to make one from the name. */
    private static String slug(String sent, Menu former) {
        var slug = sent == null ? "" : Slugs.ofSent(sent, former == null ? null : former.slug());
        return slug.isEmpty() ? null : slug;
    }

    /** A write with WordPress' refusals. */
    private interface Write {
        MenuView run();
    }

    private static MenuView written(WpRequest request, Write write) {
        try {
            return write.run();
        } catch (CmsException e) {
            throw refusal(e, request);
        }
    }

    private static RuntimeException refusal(CmsException e, WpRequest request) {
        for (var error : e.errors()) {
            var field = error.field();
            if (field.equals("name") && error.code().equals("taken")) {
                return new WpException(
                        400,
                        "menu_exists",
                        "The menu name <strong>%s</strong> conflicts with another menu name. Please try another."
                                .formatted(PlainWords.written(PlainWords.line(request.text("name")))));
            }
            if (field.startsWith("places")) {
                return new WpException(400, "rest_invalid_menu_location", "Invalid menu location.");
            }
            if (field.equals("slug") && error.code().equals("taken")) {
                return new WpException(400, "duplicate_term_slug", "The slug is already in use by another menu.");
            }
        }
        return e;
    }
}
