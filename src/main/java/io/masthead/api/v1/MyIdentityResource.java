package io.masthead.api.v1;

import io.masthead.auth.CurrentActor;
import io.masthead.auth.oidc.SignInFlow;
import io.masthead.user.identity.UserIdentities;
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

/** The caller's accounts at other sites. */
@Path("/api/v1/me/identities")
@Tag(name = "Sign-in by other sites", description = "Signing in by an account elsewhere.")
@Produces(MediaType.APPLICATION_JSON)
public class MyIdentityResource {

    private final UserIdentities identities;
    private final SignInFlow flow;
    private final CurrentClient client;
    private final CurrentActor actor;

    MyIdentityResource(
            UserIdentities identities, SignInFlow flow, CurrentClient client, CurrentActor actor) {
        this.identities = identities;
        this.flow = flow;
        this.client = client;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listMyIdentities",
            summary = "List the accounts elsewhere by which you sign in",
            description = "Earliest first. Not by a token.")
    public ListJson<IdentityJson> list() {
        return ListJson.of(identities.of(actor.get()), IdentityJson::of);
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addMyIdentity",
            summary = "Start to add an account elsewhere",
            description =
                    "Answers where to send the browser. The account is added when the code that it"
                            + " brings back is exchanged.")
    public LinkStartJson add(NewIdentityInput input) {
        input.check();
        return new LinkStartJson(
                flow.linkUrl(
                        input.provider(), input.currentPassword(), client.address(), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Operation(
            operationId = "removeMyIdentity",
            summary = "Remove an account elsewhere",
            description = "Not the last one of who has no password.")
    public RestResponse<Void> remove(@PathParam("id") Id id) {
        identities.remove(id.value(), actor.get());
        return RestResponse.noContent();
    }
}
