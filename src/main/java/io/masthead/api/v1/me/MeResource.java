package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.UserService;
import io.masthead.user.account.OwnAccount;
import io.masthead.web.CurrentClient;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller. */
@Path("/api/v1/me")
@Tag(name = "Me", description = "The caller's own account.")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private final UserService users;
    private final OwnAccount account;
    private final CurrentClient client;
    private final CurrentActor actor;

    MeResource(UserService users, OwnAccount account, CurrentClient client, CurrentActor actor) {
        this.users = users;
        this.account = account;
        this.client = client;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(MeJson.class)
    @Access(role = Role.SUBSCRIBER)
    @Operation(
            operationId = "getMe",
            summary = "Get your profile and rights",
            description = "The user who owns the credentials of the request.")
    public MeJson get(@QueryParam("fields") String fields) {
        var caller = actor.get();
        return MeJson.of(users.me(caller), caller);
    }

    @PATCH
    @Authenticated
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "updateMe",
            summary = "Update your profile or e-mail address",
            description = "Requires a sign-in. A JSON merge patch (RFC 7396): absent fields are unchanged.")
    public MeJson update(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MeInput input) {
        var caller = actor.get();
        return MeJson.of(
                account.update(
                        input.toChanges(),
                        input.currentPassword().value(),
                        client.address(),
                        EntityTags.expected(ifMatch),
                        caller),
                caller);
    }

    @POST
    @Authenticated
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "changePassword",
            summary = "Change your password",
            description = "Requires a sign-in. Ends all your sessions, including the current one.")
    public RestResponse<Void> changePassword(PasswordInput input) {
        account.changePassword(input.currentPassword(), input.newPassword(), client.address(), actor.get());
        return RestResponse.noContent();
    }
}
