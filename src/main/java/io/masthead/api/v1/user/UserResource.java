package io.masthead.api.v1.user;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.privacy.UserDeletion;
import io.masthead.user.Role;
import io.masthead.user.UserService;
import io.masthead.user.UserView;
import io.masthead.user.account.Accounts;
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

/** Users: profiles for everybody, accounts for administrators. */
@Path("/api/v1/users")
@Tag(name = "Users", description = "User profiles and accounts.")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private final UserService users;
    private final Accounts accounts;
    private final UserDeletion deletion;
    private final Permalinks permalinks;
    private final CurrentActor actor;
    private final RequestBody body;

    UserResource(
            UserService users,
            Accounts accounts,
            UserDeletion deletion,
            Permalinks permalinks,
            CurrentActor actor,
            RequestBody body) {
        this.users = users;
        this.accounts = accounts;
        this.deletion = deletion;
        this.permalinks = permalinks;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable(UserJson.class)
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.SCOPE_MISSING})
    @Operation(
            operationId = "listUsers",
            summary = "List users by name",
            description = "Lists users who have published. Callers who may list users see all, with 'account'.")
    public ListJson<UserJson> list(@BeanParam UserListParams params, @BeanParam PagingParams paging) {
        var urls = permalinks.plain();
        return ListJson.of(users.search(params.toQuery(paging), actor.get()), view -> UserJson.of(view, urls));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(UserJson.class)
    @Operation(
            operationId = "getUser",
            summary = "Get a user profile",
            description = "Users who have published have a public profile.")
    public UserJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(users.get(id.value(), actor.get()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(UserJson.class)
    @Operation(
            operationId = "getUserBySlug",
            summary = "Get a user profile by slug",
            description = "A former slug redirects (301) to the current URL.")
    public RestResponse<UserJson> getBySlug(
            @PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var view = users.getBySlug(slug, actor.get());
        return view.current()
                ? RestResponse.ok(json(view.found()))
                : Paths.moved(
                        uri,
                        "/api/v1/users/by-slug/",
                        List.of(view.found().user().slug()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Refuses(ErrorCode.MAIL_NOT_CONFIGURED)
    @Operation(
            operationId = "createUser",
            summary = "Create a user",
            description = "Administrators only. Without a slug, one is made from the name, never from the login.")
    public RestResponse<UserJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, UserInput input) {
        var key = body.key(idempotencyKey, "users.create");
        var created = accounts.create(input.toNewUser(), input.password().value(), key, actor.get());
        return Paths.created("/api/v1/users/" + created.user().id(), json(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Refuses({ErrorCode.LAST_ADMINISTRATOR, ErrorCode.OWN_ACCOUNT})
    @Operation(
            operationId = "updateUser",
            summary = "Update, suspend or reinstate a user",
            description = "Administrators only. You cannot suspend yourself, change your own role or demote the"
                    + " last administrator. A JSON merge patch (RFC 7396): absent fields are unchanged.")
    public UserJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, UserInput input) {
        return json(accounts.update(
                id.value(), input.toChanges(), input.password(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Refuses({
        ErrorCode.PERMANENT_REQUIRED,
        ErrorCode.USER_CONTENT_UNDECIDED,
        ErrorCode.LAST_ADMINISTRATOR,
        ErrorCode.OWN_ACCOUNT
    })
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user permanently",
            description = "Administrators only. You cannot delete your own account. Choose whether posts, pages and"
                    + " media go to another user, or posts and pages to the trash. Comments keep their author's"
                    + " name.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @BeanParam UserDeletionParams params,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var content = params.checked();
        deletion.delete(id.value(), content, EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private UserJson json(UserView view) {
        return UserJson.of(view, permalinks.plain());
    }
}
