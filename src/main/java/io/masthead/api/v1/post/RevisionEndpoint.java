package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.revision.RevisionService;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What a post or page said before.
 *
 * @param <J> the post or page on the wire
 */
@Produces(MediaType.APPLICATION_JSON)
abstract class RevisionEndpoint<J extends Representation> {

    private final PostType type;
    private final BiFunction<PostView, PostExtras, J> json;

    private final RevisionService revisions;
    private final PostQueries posts;
    private final Permalinks permalinks;
    private final CurrentActor actor;

    RevisionEndpoint(
            PostType type,
            BiFunction<PostView, PostExtras, J> json,
            RevisionService revisions,
            PostQueries posts,
            Permalinks permalinks,
            CurrentActor actor) {
        this.type = type;
        this.json = json;
        this.revisions = revisions;
        this.posts = posts;
        this.permalinks = permalinks;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Path("{id}/revisions")
    @Selectable(RevisionJson.class)
    @Access(scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE})
    @Operation(
            operationId = "list{Noun}Revisions",
            summary = "List revisions of a {noun}, newest first",
            description = "Requires the right to edit the {noun}. The newest revision equals the current content.")
    public ListJson<RevisionJson> list(
            @PathParam("id") Id id, @BeanParam RevisionListParams params, @BeanParam PagingParams paging) {
        var query = params.toQuery(type, id, paging);
        var urls = permalinks.plain();
        return ListJson.of(revisions.search(query, actor.get()), view -> RevisionJson.of(view.revision(), urls));
    }

    @GET
    @Authenticated
    @Path("{id}/revisions/{revisionId}")
    @Selectable(RevisionDetailJson.class)
    @Access(scopes = {Scope.CONTENT_READ, Scope.CONTENT_WRITE})
    @Operation(
            operationId = "get{Noun}Revision",
            summary = "Get a revision of a {noun}, with its changes",
            description = "Requires the right to edit the {noun}.")
    public RevisionDetailJson get(
            @PathParam("id") Id id, @PathParam("revisionId") Id revisionId, @QueryParam("fields") String fields) {
        var comparison = revisions.compare(type, id.value(), revisionId.value(), actor.get());
        return RevisionDetailJson.of(comparison, permalinks.plain());
    }

    @POST
    @Authenticated
    @Path("{id}/revisions/{revisionId}/restore")
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "restore{Noun}Revision",
            summary = "Restore a revision of a {noun}",
            description = "Sets title, text and excerpt to those of the revision and adds a new revision."
                    + " 'If-Match' takes the ETag of the {noun}.")
    public J restore(
            @PathParam("id") Id id,
            @PathParam("revisionId") Id revisionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var caller = actor.get();
        var restored = revisions.restore(type, id.value(), revisionId.value(), EntityTags.expected(ifMatch), caller);
        return json.apply(restored, PostExtras.of(posts.written(restored, caller), permalinks));
    }
}
