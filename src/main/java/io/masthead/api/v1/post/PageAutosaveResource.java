package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.post.PostType;
import io.masthead.post.revision.AutosaveService;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the caller has written of a page and not saved yet. */
@Path("/api/v1/pages/{id}/autosave")
@Tag(name = "Revisions", description = "What posts and pages said before, and what is not saved yet.")
@Produces(MediaType.APPLICATION_JSON)
public class PageAutosaveResource {

    private final AutosaveService autosaves;
    private final CurrentActor actor;

    PageAutosaveResource(AutosaveService autosaves, CurrentActor actor) {
        this.autosaves = autosaves;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(AutosaveJson.class)
    @Access(
            scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE},
            role = Role.EDITOR)
    @Operation(
            operationId = "getPageAutosave",
            summary = "Get your autosave of a page",
            description = "Your own; those of others are among the revisions.")
    public AutosaveJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return AutosaveJson.of(autosaves.get(PostType.PAGE, id.value(), actor.get()));
    }

    @PUT
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "putPageAutosave",
            summary = "Autosave a page",
            description = "Readers see nothing of it, and the page stays as it is. It takes the place of"
                    + " what you had kept of the page before.")
    public AutosaveJson put(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AutosaveInput input) {
        return AutosaveJson.of(
                autosaves.put(PostType.PAGE, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "discardPageAutosave",
            summary = "Discard your autosave of a page",
            description = "Your own; the page stays as it is.")
    public RestResponse<Void> discard(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        autosaves.discard(PostType.PAGE, id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }
}
