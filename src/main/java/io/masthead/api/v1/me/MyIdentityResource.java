package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Refuses;
import io.masthead.auth.CurrentActor;
import io.masthead.auth.oidc.SignInFlow;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.social.UserIdentities;
import io.masthead.web.CurrentClient;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's external accounts. */
@Path("/api/v1/me/identities")
@Tag(name = "External sign-in", description = "Sign-in with an external account.")
@Produces(MediaType.APPLICATION_JSON)
public class MyIdentityResource {

    private final UserIdentities identities;
    private final SignInFlow flow;
    private final CurrentClient client;
    private final CurrentActor actor;

    MyIdentityResource(UserIdentities identities, SignInFlow flow, CurrentClient client, CurrentActor actor) {
        this.identities = identities;
        this.flow = flow;
        this.client = client;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "listMyIdentities",
            summary = "List your linked external accounts",
            description = "Requires a sign-in. Oldest first.")
    public ListJson<IdentityJson> list() {
        return ListJson.of(identities.of(actor.get()), IdentityJson::of);
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.PROVIDER_NOT_FOUND)
    @Operation(
            operationId = "addMyIdentity",
            summary = "Start linking an external account",
            description = "Returns the URL to open in the browser. The account is linked when the returned code is"
                    + " exchanged.")
    public LinkStartJson add(NewIdentityInput input) {
        input.check();
        return new LinkStartJson(
                flow.linkUrl(input.provider(), input.currentPassword(), client.address(), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.LAST_WAY_IN)
    @Operation(
            operationId = "removeMyIdentity",
            summary = "Unlink an external account",
            description = "The last one cannot be removed if you have no password.")
    public RestResponse<Void> remove(@PathParam("id") Id id) {
        identities.remove(id.value(), actor.get());
        return RestResponse.noContent();
    }
}
