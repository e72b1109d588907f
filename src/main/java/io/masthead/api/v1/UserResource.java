package io.masthead.api.v1;

import io.masthead.auth.CurrentActor;
import io.masthead.user.UserService;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;

/** Profiles of users. */
@Path("/api/v1/users")
@Tag(name = "Users", description = "Profiles of those who write.")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private final UserService users;
    private final CurrentActor actor;

    UserResource(UserService users, CurrentActor actor) {
        this.users = users;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Selectable(UserJson.class)
    @Operation(
            operationId = "listUsers",
            summary = "List users by name",
            description =
                    "Those who have published; callers who may list users see everybody, with"
                            + " 'account'.")
    public ListJson<UserJson> list(
            @BeanParam UserListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(users.search(params.toQuery(paging), actor.get()), UserJson::of);
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(UserJson.class)
    @Operation(
            operationId = "getUser",
            summary = "Read a user's profile",
            description = "Those who have published have a public profile.")
    public UserJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return UserJson.of(users.get(id.value(), actor.get()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(UserJson.class)
    @Operation(
            operationId = "getUserBySlug",
            summary = "Read a user's profile by its slug",
            description = "A slug that the user had before answers 301 with the present address.")
    public RestResponse<UserJson> getBySlug(
            @PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var view = users.getBySlug(slug, actor.get());
        return view.current()
                ? RestResponse.ok(UserJson.of(view.found()))
                : Paths.moved(uri, "/api/v1/users/by-slug/", List.of(view.found().user().slug()));
    }
}
