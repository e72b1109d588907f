package io.masthead.api.v1.user;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Selectable;
import io.masthead.api.v1.me.ApiTokenJson;
import io.masthead.api.v1.me.MyTokenResource;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.credential.ApiTokens;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The API tokens of any user, for administrators. */
@Path("/api/v1/users/{id}/tokens")
@Tag(name = "Tokens", description = "API tokens that programs use on behalf of their owner.")
@Produces(MediaType.APPLICATION_JSON)
public class UserTokenResource {

    private final ApiTokens tokens;
    private final CurrentActor actor;

    UserTokenResource(ApiTokens tokens, CurrentActor actor) {
        this.tokens = tokens;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(value = ApiTokenJson.class, without = "token")
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listUserTokens",
            summary = "List the API tokens of a user, newest first",
            description = "Includes expired tokens.")
    public ListJson<ApiTokenJson> list(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return MyTokenResource.listed(tokens.of(id.value(), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{tokenId}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "revokeUserToken",
            summary = "Revoke an API token of a user",
            description = "Takes effect immediately, on other nodes within a second.")
    public RestResponse<Void> revoke(@PathParam("id") Id id, @PathParam("tokenId") Id tokenId) {
        tokens.revoke(id.value(), tokenId.value(), actor.get());
        return RestResponse.noContent();
    }
}
