package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Selectable;
import io.masthead.api.v1.http.ShownOnce;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Page;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.credential.ApiTokens;
import io.masthead.user.credential.TokenView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own API tokens. */
@Path("/api/v1/me/tokens")
@Tag(name = "Tokens", description = "API tokens that programs use on behalf of their owner.")
@Produces(MediaType.APPLICATION_JSON)
public class MyTokenResource {

    private final ApiTokens tokens;
    private final CurrentActor actor;

    MyTokenResource(ApiTokens tokens, CurrentActor actor) {
        this.tokens = tokens;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(value = ApiTokenJson.class, without = "token")
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "listMyTokens",
            summary = "List your API tokens, newest first",
            description = "Requires a sign-in. Includes expired tokens. The tokens themselves are not shown.")
    public ListJson<ApiTokenJson> list(@QueryParam("fields") String fields) {
        var caller = actor.get();
        return listed(tokens.of(caller.userId(), caller));
    }

    @POST
    @Authenticated
    @ShownOnce
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "createMyToken",
            summary = "Create an API token",
            description = "Requires a sign-in: a token cannot create another one. Only this response shows the"
                    + " token, so an Idempotency-Key is refused. At most 100 per user.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApiTokenJson.class)))
    public RestResponse<ApiTokenJson> create(ApiTokenInput input) {
        var caller = actor.get();
        var issued = tokens.issue(caller.userId(), input.toNewToken(), caller);
        return Paths.created("/api/v1/me/tokens/" + issued.token().id(), ApiTokenJson.of(issued));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "revokeMyToken",
            summary = "Revoke an API token",
            description = "Takes effect immediately, on other nodes within a second.")
    public RestResponse<Void> revoke(@PathParam("id") Id id) {
        var caller = actor.get();
        tokens.revoke(caller.userId(), id.value(), caller);
        return RestResponse.noContent();
    }

    /** All on one page, since their number is limited. */
    public static ListJson<ApiTokenJson> listed(List<TokenView> all) {
        return ListJson.of(Page.whole(all), ApiTokenJson::of);
    }
}
