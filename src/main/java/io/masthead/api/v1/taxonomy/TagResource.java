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

/** Tags. */
@Path("/api/v1/tags")
@Tag(name = "Tags", description = "Words that posts carry, without order among them.")
@Produces(MediaType.APPLICATION_JSON)
public class TagResource {

    private final TermService terms;
    private final TermDeletion deletion;
    private final CurrentActor actor;
    private final RequestBody body;

    TagResource(TermService terms, TermDeletion deletion, CurrentActor actor, RequestBody body) {
        this.terms = terms;
        this.deletion = deletion;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable(TagJson.class)
    @Operation(
            operationId = "listTags",
            summary = "List tags by name",
            description = "All of them, unless filters narrow them.")
    public ListJson<TagJson> list(@BeanParam TagListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(terms.search(params.toQuery(paging), actor.get()), TagJson::inList);
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(TagJson.class)
    @Operation(operationId = "getTag", summary = "Get a tag", description = "With the number of its published posts.")
    public TagJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(terms.get(TermKind.TAG, id.value()));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(TagJson.class)
    @Operation(
            operationId = "getTagBySlug",
            summary = "Get a tag by slug",
            description = "A slug that the tag had before answers 301 with the present address.")
    public RestResponse<TagJson> getBySlug(
            @PathParam("slug") String slug, @QueryParam("fields") String fields, UriInfo uri) {
        var term = terms.getBySlug(TermKind.TAG, slug);
        return term.current()
                ? RestResponse.ok(json(term.found()))
                : Paths.moved(
                        uri,
                        "/api/v1/tags/by-slug/",
                        List.of(term.found().slug()),
                        CacheTags.term(term.found().id()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR)
    @Operation(
            operationId = "createTag",
            summary = "Create a tag",
            description = "The slug is made from the name unless one is given.")
    public RestResponse<TagJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, TagInput input) {
        var key = body.key(idempotencyKey, "tags.create");
        var created = terms.create(TermKind.TAG, input.toNewTerm(), key, actor.get());
        return Paths.created("/api/v1/tags/" + created.id(), json(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "updateTag",
            summary = "Update a tag",
            description = "A JSON merge patch (RFC 7396): what is absent stays as it is.")
    public TagJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TagInput input) {
        return json(
                terms.update(TermKind.TAG, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
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
            description = "Posts that carry it stay, without it.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Permanent.require(permanent, "tag");
        deletion.delete(TermKind.TAG, id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private TagJson json(Term term) {
        return TagJson.of(term, terms.formerSlugs(term));
    }
}
