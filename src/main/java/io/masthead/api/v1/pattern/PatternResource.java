package io.masthead.api.v1.pattern;

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
import io.masthead.pattern.PatternService;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Synced patterns. */
@Path("/api/v1/patterns")
@Tag(name = "Patterns", description = "Parts of texts that are written once and shown in many posts.")
@Produces(MediaType.APPLICATION_JSON)
@Selectable(PatternJson.class)
class PatternResource {

    private final PatternService patterns;
    private final CurrentActor actor;
    private final RequestBody body;

    PatternResource(PatternService patterns, CurrentActor actor, RequestBody body) {
        this.patterns = patterns;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @Authenticated
    @Selectable
    @Access(scopes = Scope.CONTENT_READ, role = Role.CONTRIBUTOR)
    @Operation(
            operationId = "listPatterns",
            summary = "List patterns by title",
            description = "For those who can write posts.")
    public ListJson<PatternJson> list(@BeanParam PatternListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(patterns.search(params.toQuery(paging), actor.get()), PatternJson::of);
    }

    @GET
    @Authenticated
    @Path("{id}")
    @Selectable
    @Access(scopes = Scope.CONTENT_READ, role = Role.CONTRIBUTOR)
    @Operation(operationId = "getPattern", summary = "Get a pattern", description = "For those who can write posts.")
    public PatternJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return PatternJson.of(patterns.get(id.value(), actor.get()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "createPattern",
            summary = "Create a pattern",
            description = "Editors only. A post in WordPress' format shows it by <!-- wp:block {\"ref\":130} /-->.")
    public RestResponse<PatternJson> create(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, PatternInput input) {
        var created = patterns.create(input.toPatch(), body.key(idempotencyKey, "patterns.create"), actor.get());
        return Paths.created("/api/v1/patterns/" + created.id(), PatternJson.of(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "updatePattern",
            summary = "Update a pattern",
            description = "Editors only. All posts that refer to it show the new text at once. A JSON merge patch (RFC"
                    + " 7396): absent fields are unchanged.")
    public PatternJson update(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PatternInput input) {
        return PatternJson.of(patterns.update(id.value(), input.toPatch(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.PERMANENT_REQUIRED)
    @Operation(
            operationId = "deletePattern",
            summary = "Delete a pattern permanently",
            description = "Editors only. Posts that refer to it show nothing in its place from then on.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Permanent.require(permanent, "pattern");
        patterns.delete(id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }
}
