package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.comment.CommentService;
import io.masthead.comment.CommentView;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.user.Role;
import io.masthead.web.CacheRules;
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

/** Comments on all posts and pages. */
@Path("/api/v1/comments")
@Tag(name = "Comments")
@Produces(MediaType.APPLICATION_JSON)
public class CommentResource {

    private final CommentQueries queries;
    private final CommentService comments;
    private final Permalinks permalinks;
    private final CurrentActor actor;

    CommentResource(CommentQueries queries, CommentService comments, Permalinks permalinks, CurrentActor actor) {
        this.queries = queries;
        this.comments = comments;
        this.permalinks = permalinks;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Selectable(
            value = CommentJson.class,
            without = {"replies", "editToken"})
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.SCOPE_MISSING})
    @Operation(
            operationId = "listComments",
            summary = "List comments, newest first",
            description = "Lists approved comments on all posts and pages that the caller may read. Moderators can"
                    + " list others by 'status'.")
    public ListJson<CommentJson> list(@BeanParam CommentListParams params, @BeanParam PagingParams paging) {
        var found = queries.search(params.toQuery(paging), actor.get());
        var urls = permalinks.ofCommented(
                found.items().stream().map(PostedComment::post).toList());
        return ListJson.of(found, posted -> CommentJson.of(posted, urls));
    }

    @GET
    @Authenticated
    @Path("counts")
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR)
    @Operation(
            operationId = "countComments",
            summary = "Count comments by status",
            description = "Moderators only. The counts are precomputed.")
    public CommentCountsJson counts() {
        return CommentCountsJson.of(queries.counts(actor.get()));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(
            value = CommentJson.class,
            without = {"replies", "editToken"})
    @Operation(
            operationId = "getComment",
            summary = "Get a comment",
            description = "A pending comment is visible only to its author, by token, and to moderators.")
    public CommentJson get(
            @PathParam("id") Id id,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            @HeaderParam(CacheRules.COMMENT_TOKEN) String token) {
        var found = queries.get(id.value(), actor.get(), password, token);
        return CommentJson.of(found, permalinks.ofCommented(List.of(found.post())));
    }

    @GET
    @PermitAll
    @Path("{id}/replies")
    @Selectable(
            value = CommentJson.class,
            without = {"post", "editToken"})
    @Operation(
            operationId = "listReplies",
            summary = "List the replies to a comment",
            description = "Direct replies only, oldest first.")
    public ListJson<CommentJson> replies(
            @PathParam("id") Id id,
            @BeanParam ReplyParams params,
            @BeanParam PagingParams paging,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            @HeaderParam(CacheRules.COMMENT_TOKEN) String token) {
        var query = params.under(id.value(), paging);
        var thread = params.thread();
        if (thread.isTree()) {
            var tree = queries.treeOfReplies(query, thread.shape(query.page().limit()), actor.get(), password, token);
            var urls = permalinks.ofCommented(List.of(tree.post()));
            return CommentJson.threads(tree.comments(), urls);
        }
        var found = queries.replies(query, actor.get(), password, token);
        var urls = permalinks.ofCommented(List.of(found.post()));
        return ListJson.of(found.comments(), view -> CommentJson.of(view, urls));
    }

    @PATCH
    @PermitAll
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses({ErrorCode.COMMENT_TOKEN_WRONG, ErrorCode.COMMENT_EDIT_CLOSED, ErrorCode.COMMENT_TRASHED})
    @Operation(
            operationId = "updateComment",
            summary = "Update a comment",
            description = "A JSON merge patch (RFC 7396). Authors can change the text for the time in the settings,"
                    + " guests with their token. Moderators can also change the author and the status.")
    public CommentJson update(
            @PathParam("id") Id id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(CacheRules.COMMENT_TOKEN) String token,
            CommentChangesInput input) {
        return json(comments.edit(id.value(), input.toPatch(), EntityTags.expected(ifMatch), token, actor.get()));
    }

    @DELETE
    @PermitAll
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses({ErrorCode.COMMENT_TOKEN_WRONG, ErrorCode.COMMENT_EDIT_CLOSED, ErrorCode.COMMENT_TRASHED})
    @Operation(
            operationId = "deleteComment",
            summary = "Trash or delete a comment",
            description = "Returns 200 with the trashed comment, or 204 with permanent=true, which only moderators"
                    + " can use. Replies move up one level. Authors can trash their own comments for the time"
                    + " in the settings.")
    public RestResponse<CommentJson> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(CacheRules.COMMENT_TOKEN) String token) {
        var expected = EntityTags.expected(ifMatch);
        if (Permanent.read(permanent)) {
            comments.delete(id.value(), expected, actor.get());
            return RestResponse.noContent();
        }
        return RestResponse.ok(json(comments.withdraw(id.value(), expected, token, actor.get())));
    }

    @POST
    @Authenticated
    @Path("{id}/restore")
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses(ErrorCode.COMMENT_NOT_TRASHED)
    @Operation(
            operationId = "restoreComment",
            summary = "Restore a comment from trash or spam",
            description = "Moderators only. The comment gets its former status.")
    public CommentJson restore(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return json(comments.restore(id.value(), EntityTags.expected(ifMatch), actor.get()));
    }

    @GET
    @Authenticated
    @Path("{id}/history")
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Operation(
            operationId = "getCommentHistory",
            summary = "Get the history of a comment",
            description = "Moderators only.")
    public CommentHistoryJson history(@PathParam("id") Id id) {
        return CommentHistoryJson.of(comments.history(id.value(), actor.get()));
    }

    @POST
    @Authenticated
    @Path("bulk-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.COMMENTS_MODERATE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Operation(
            operationId = "changeCommentStatuses",
            summary = "Change the status of many comments",
            description = "Moderators only. Changes all comments in 'ids' or none. Without 'ids', changes the"
                    + " comments that a list with the same parameters finds, at most 500 per call.")
    public BulkCountJson changeStatuses(@BeanParam CommentListParams params, UriInfo uri, CommentStatusesInput input) {
        input.check(!uri.getQueryParameters().isEmpty());
        var status = input.status().value();
        if (input.ids() != null) {
            return new BulkCountJson(comments.changeStatus(input.ids(), status, actor.get()), false);
        }
        var done = comments.changeStatus(params.toFilter(), status, actor.get());
        return new BulkCountJson(done.changed(), done.more());
    }

    private CommentJson json(CommentView view) {
        return CommentJson.of(
                view, permalinks.ofCommentedIds(List.of(view.comment().postId())));
    }
}
