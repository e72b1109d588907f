package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.revision.RevisionService;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a page said before. */
@Path("/api/v1/pages/{id}/revisions")
@Tag(name = "Revisions", description = "What posts and pages said before, and what is not saved yet.")
@Produces(MediaType.APPLICATION_JSON)
public class PageRevisionResource {

    private final RevisionService revisions;
    private final PostQueries posts;
    private final CurrentActor actor;

    PageRevisionResource(RevisionService revisions, PostQueries posts, CurrentActor actor) {
        this.revisions = revisions;
        this.posts = posts;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(RevisionJson.class)
    @Access(
            scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE},
            role = Role.EDITOR)
    @Operation(
            operationId = "listPageRevisions",
            summary = "List revisions of a page, newest first",
            description = "For who may change the page. Each is the page as it was saved, so that the"
                    + " newest saved one is what it says now.")
    public ListJson<RevisionJson> list(
            @PathParam("id") Id id, @BeanParam RevisionListParams params, @BeanParam PagingParams paging) {
        var query = params.toQuery(PostType.PAGE, id, paging);
        return ListJson.of(revisions.search(query, actor.get()), view -> RevisionJson.of(view.revision()));
    }

    @GET
    @Authenticated
    @Path("{revisionId}")
    @Selectable(RevisionDetailJson.class)
    @Access(
            scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE},
            role = Role.EDITOR)
    @Operation(
            operationId = "getPageRevision",
            summary = "Get a revision of a page, with its changes",
            description = "For who may change the page.")
    public RevisionDetailJson get(
            @PathParam("id") Id id, @PathParam("revisionId") Id revisionId, @QueryParam("fields") String fields) {
        return RevisionDetailJson.of(revisions.compare(PostType.PAGE, id.value(), revisionId.value(), actor.get()));
    }

    @POST
    @Authenticated
    @Path("{revisionId}/restore")
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "restorePageRevision",
            summary = "Restore a revision of a page",
            description = "An update like any other: title, text and excerpt become those of the"
                    + " revision, and a new revision is added. 'If-Match' takes the ETag of the"
                    + " page.")
    public PageJson restore(
            @PathParam("id") Id id,
            @PathParam("revisionId") Id revisionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var restored = revisions.restore(
                PostType.PAGE, id.value(), revisionId.value(), EntityTags.expected(ifMatch), actor.get());
        return PageJson.of(restored, PostExtras.of(posts.written(restored)));
    }
}
