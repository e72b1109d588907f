package io.masthead.api.v1.taxonomy;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.post.TermDeletion;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tags. */
@Path("/api/v1/tags")
@Tag(name = "Tags", description = "Free labels of posts.")
@Produces(MediaType.APPLICATION_JSON)
@Selectable(TagJson.class)
@Access(role = Role.CONTRIBUTOR)
class TagResource extends TermEndpoint<TagJson, TagInput> {

    TagResource(TermService terms, TermDeletion deletion, Permalinks permalinks, CurrentActor actor, RequestBody body) {
        super(TermKind.TAG, "tags", TagJson::of, terms, deletion, permalinks, actor, body);
    }

    @GET
    @PermitAll
    @Selectable
    @Operation(
            operationId = "listTags",
            summary = "List tags by name",
            description = "Lists all tags; filters narrow the list.")
    public ListJson<TagJson> list(
            @BeanParam TermListParams shared, @BeanParam TagListParams params, @BeanParam PagingParams paging) {
        return list(params.toQuery(shared, paging), shared.includesFormerSlugs());
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "updateTag",
            summary = "Update a tag",
            description = "A JSON merge patch (RFC 7396): absent fields are unchanged.")
    public TagJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TagInput input) {
        return changed(id, ifMatch, input);
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.PERMANENT_REQUIRED)
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag permanently",
            description = "It is removed from its posts.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return deleted(id, permanent, ifMatch);
    }
}
