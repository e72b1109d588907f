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

/** Categories. */
@Path("/api/v1/categories")
@Tag(name = "Categories", description = "Categories of posts, arranged in a tree.")
@Produces(MediaType.APPLICATION_JSON)
@Selectable(CategoryJson.class)
@Access(role = Role.EDITOR)
class CategoryResource extends TermEndpoint<CategoryJson, CategoryInput> {

    CategoryResource(
            TermService terms, TermDeletion deletion, Permalinks permalinks, CurrentActor actor, RequestBody body) {
        super(TermKind.CATEGORY, "categories", CategoryJson::of, terms, deletion, permalinks, actor, body);
    }

    @GET
    @PermitAll
    @Selectable
    @Operation(
            operationId = "listCategories",
            summary = "List categories by name",
            description = "Lists categories of all levels; filters narrow the list.")
    public ListJson<CategoryJson> list(
            @BeanParam TermListParams shared, @BeanParam CategoryListParams params, @BeanParam PagingParams paging) {
        return list(params.toQuery(shared, paging), shared.includesFormerSlugs());
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "updateCategory",
            summary = "Update a category",
            description = "A JSON merge patch (RFC 7396): absent fields are unchanged. A category cannot become its"
                    + " own descendant.")
    public CategoryJson update(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CategoryInput input) {
        return changed(id, ifMatch, input);
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses({ErrorCode.DEFAULT_CATEGORY, ErrorCode.PERMANENT_REQUIRED})
    @Operation(
            operationId = "deleteCategory",
            summary = "Delete a category permanently",
            description = "Child categories move up one level. Posts without another category get the default"
                    + " category, which cannot be deleted.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return deleted(id, permanent, ifMatch);
    }
}
