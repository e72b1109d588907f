package io.masthead.api.v1.menu;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.menu.MenuCommands;
import io.masthead.menu.MenuQueries;
import io.masthead.menu.MenuView;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Menus. */
@Path("/api/v1/menus")
@Tag(name = "Menus", description = "Trees of links, and the places where front ends show them.")
@Produces(MediaType.APPLICATION_JSON)
@Selectable(MenuJson.class)
@Access(role = Role.ADMINISTRATOR)
class MenuResource {

    private final MenuQueries queries;
    private final MenuCommands commands;
    private final CurrentActor actor;
    private final RequestBody body;

    MenuResource(MenuQueries queries, MenuCommands commands, CurrentActor actor, RequestBody body) {
        this.queries = queries;
        this.commands = commands;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable
    @Operation(
            operationId = "listMenus",
            summary = "List menus by name",
            description = "With place=… and include=items, a front end reads all of one menu in one call.")
    public ListJson<MenuJson> list(@BeanParam MenuListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(queries.search(params.toQuery(paging), actor.get()), view -> MenuJson.of(view, null));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable
    @Operation(
            operationId = "getMenu",
            summary = "Get a menu",
            description = "Labels and URLs of items follow what they refer to. Items that refer to something that is"
                    + " unpublished, in the trash or deleted are left out, and those below them take their place;"
                    + " administrators see them, with 'visible' false.")
    public MenuJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(queries.get(id.value(), actor.get()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable
    @Operation(
            operationId = "getMenuBySlug",
            summary = "Get a menu by slug",
            description = "A former slug redirects (301) to the current URL.")
    public RestResponse<MenuJson> getBySlug(
            @PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var menu = queries.getBySlug(slug, actor.get());
        return menu.current()
                ? RestResponse.ok(json(menu.found()))
                : Paths.moved(
                        uri,
                        "/api/v1/menus/by-slug/",
                        List.of(menu.found().menu().slug()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Operation(
            operationId = "createMenu",
            summary = "Create a menu with its items",
            description = "Without a slug, one is made from the name. A site can have at most 200 menus.")
    public RestResponse<MenuJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, MenuInput input) {
        var created = commands.create(input.toChanges(), body.key(idempotencyKey, "menus.create"), actor.get());
        return Paths.created("/api/v1/menus/" + created.menu().id(), json(created));
    }

    @PUT
    @Authenticated
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Operation(
            operationId = "replaceMenu",
            summary = "Replace a menu with its items",
            description = "Fields that are not sent are emptied, except the slug. Items keep their ids if those are"
                    + " sent; items that are not sent are removed.")
    public MenuJson replace(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MenuInput input) {
        return json(commands.update(id.value(), input.toReplacement(), EntityTags.expected(ifMatch), actor.get()));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE)
    @Operation(
            operationId = "updateMenu",
            summary = "Update a menu",
            description =
                    "A JSON merge patch (RFC 7396): absent fields are unchanged; 'items' are replaced as a whole.")
    public MenuJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MenuInput input) {
        return json(commands.update(id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.PERMANENT_REQUIRED)
    @Operation(
            operationId = "deleteMenu",
            summary = "Delete a menu permanently",
            description = "With its items. Its places have no menu from then on.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Permanent.require(permanent, "menu");
        commands.delete(id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private MenuJson json(MenuView view) {
        return MenuJson.of(view, queries.formerSlugs(view.menu()));
    }
}
