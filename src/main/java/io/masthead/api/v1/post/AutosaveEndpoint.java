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
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's autosave of a post or page. */
@Produces(MediaType.APPLICATION_JSON)
abstract class AutosaveEndpoint {

    private final PostType type;

    private final AutosaveService autosaves;
    private final CurrentActor actor;

    AutosaveEndpoint(PostType type, AutosaveService autosaves, CurrentActor actor) {
        this.type = type;
        this.autosaves = autosaves;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Path("{id}/autosave")
    @Selectable(AutosaveJson.class)
    @Access(scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE})
    @Operation(
            operationId = "get{Noun}Autosave",
            summary = "Get your autosave of a {noun}",
            description = "Autosaves of others are listed with the revisions.")
    public AutosaveJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return AutosaveJson.of(autosaves.get(type, id.value(), actor.get()));
    }

    @PUT
    @Authenticated
    @Path("{id}/autosave")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "put{Noun}Autosave",
            summary = "Autosave a {noun}",
            description = "Does not change the {noun}. Replaces your previous autosave of it.")
    public AutosaveJson put(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AutosaveInput input) {
        return AutosaveJson.of(
                autosaves.put(type, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}/autosave")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Operation(
            operationId = "discard{Noun}Autosave",
            summary = "Discard your autosave of a {noun}",
            description = "Does not change the {noun}.")
    public RestResponse<Void> discard(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        autosaves.discard(type, id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }
}
