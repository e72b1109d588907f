package io.masthead.api.v1.taxonomy;

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
import io.masthead.post.TermDeletion;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.user.Role;
import io.masthead.web.CacheTags;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Categories. */
@Path("/api/v1/categories")
@Tag(name = "Categories", description = "The tree under which posts are filed.")
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {

    private final TermService terms;
    private final TermDeletion deletion;
    private final CurrentActor actor;
    private final RequestBody body;

    CategoryResource(TermService terms, TermDeletion deletion, CurrentActor actor, RequestBody body) {
        this.terms = terms;
        this.deletion = deletion;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable(CategoryJson.class)
    @Operation(
            operationId = "listCategories",
            summary = "List categories by name",
            description = "All of them, from every level of the tree, unless filters narrow" + " them.")
    public ListJson<CategoryJson> list(@BeanParam CategoryListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(terms.search(params.toQuery(paging), actor.get()), CategoryJson::inList);
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(CategoryJson.class)
    @Operation(
            operationId = "getCategory",
            summary = "Get a category",
            description = "With the number of its published posts.")
    public CategoryJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(terms.get(TermKind.CATEGORY, id.value()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(CategoryJson.class)
    @Operation(
            operationId = "getCategoryBySlug",
            summary = "Get a category by slug",
            description = "A slug that the category had before answers 301 with the present address.")
    public RestResponse<CategoryJson> getBySlug(
            @PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var term = terms.getBySlug(TermKind.CATEGORY, slug);
        return term.current()
                ? RestResponse.ok(json(term.found()))
                : Paths.moved(
                        uri,
                        "/api/v1/categories/by-slug/",
                        List.of(term.found().slug()),
                        CacheTags.term(term.found().id()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "createCategory",
            summary = "Create a category",
            description = "The slug is made from the name unless one is given.")
    public RestResponse<CategoryJson> create(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, CategoryInput input) {
        var key = body.key(idempotencyKey, "categories.create");
        var created = terms.create(TermKind.CATEGORY, input.toNewTerm(), key, actor.get());
        return Paths.created("/api/v1/categories/" + created.id(), json(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "updateCategory",
            summary = "Update a category",
            description = "A JSON merge patch (RFC 7396): what is absent stays as it is. A"
                    + " category cannot be moved below itself.")
    public CategoryJson update(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CategoryInput input) {
        return json(terms.update(
                TermKind.CATEGORY, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
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
            description = "The categories below it move up; posts that have no other category go to the"
                    + " default one, which cannot be deleted.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Permanent.require(permanent, "category");
        deletion.delete(TermKind.CATEGORY, id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private CategoryJson json(Term term) {
        return CategoryJson.of(term, terms.formerSlugs(term));
    }
}
