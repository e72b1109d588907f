package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.comment.CommentService;
import io.masthead.comment.Origin;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.spam.CommentFormService;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostType;
import io.masthead.user.Role;
import io.masthead.web.CacheRules;
import io.masthead.web.CurrentClient;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The comments on a post or page. */
@Produces(MediaType.APPLICATION_JSON)
abstract class ThreadEndpoint {

    private final PostType type;

    private final CommentService comments;
    private final CommentQueries queries;
    private final CommentFormService forms;
    private final Permalinks permalinks;
    private final CurrentActor actor;
    private final CurrentClient client;
    private final RequestBody body;

    ThreadEndpoint(
            PostType type,
            CommentService comments,
            CommentQueries queries,
            CommentFormService forms,
            Permalinks permalinks,
            CurrentActor actor,
            CurrentClient client,
            RequestBody body) {
        this.type = type;
        this.comments = comments;
        this.queries = queries;
        this.forms = forms;
        this.permalinks = permalinks;
        this.actor = actor;
        this.client = client;
        this.body = body;
    }

    @GET
    @PermitAll
    @Path("{id}/comments")
    @Selectable(
            value = CommentJson.class,
            without = {"post", "editToken"})
    @Operation(
            operationId = "list{Noun}Comments",
            summary = "List the comments on a {noun}",
            description = "Lists approved comments, oldest first unless 'sort' is set, flat or as a tree. Pings are"
                    + " listed separately, by 'type'.")
    public ListJson<CommentJson> list(
            @PathParam("id") Id id,
            @BeanParam CommentThreadParams params,
            @BeanParam PagingParams paging,
            @HeaderParam(CacheRules.POST_PASSWORD) String password) {
        var query = params.onPost(id.value(), paging);
        if (params.isTree()) {
            var tree = queries.treeOfPost(type, query, params.shape(query.page().limit()), actor.get(), password);
            var urls = permalinks.ofCommented(List.of(tree.post()));
            return CommentJson.threads(tree.comments(), urls);
        }
        var found = queries.ofPost(type, query, actor.get(), password);
        var urls = permalinks.ofCommented(List.of(found.post()));
        return ListJson.of(found.comments(), view -> CommentJson.of(view, urls));
    }

    @GET
    @PermitAll
    @Path("{id}/comments/form")
    @Operation(
            operationId = "get{Noun}CommentForm",
            summary = "Get the comment form of a {noun}",
            description = "The response is specific to the reader and must not be cached.")
    public CommentFormJson form(@PathParam("id") Id id, @HeaderParam(CacheRules.POST_PASSWORD) String password) {
        return CommentFormJson.of(forms.of(type, id.value(), actor.get(), password));
    }

    @POST
    @PermitAll
    @Path("{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.COMMENTS_WRITE, role = Role.SUBSCRIBER)
    @Refuses({
        ErrorCode.COMMENTS_CLOSED,
        ErrorCode.COMMENT_DUPLICATE,
        ErrorCode.COMMENT_FLOOD,
        ErrorCode.COMMENT_NOT_FOUND
    })
    @Operation(
            operationId = "commentOn{Noun}",
            summary = "Comment on a {noun}",
            description = "Guests can comment if the settings allow it. A comment that needs approval is 'pending'."
                    + " Guests get an 'editToken', to send in X-Comment-Token.")
    public RestResponse<CommentJson> create(
            @PathParam("id") Id id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            CommentInput input) {
        var origin = new Origin(client.address(), client.userAgent(), client.referrer());
        var submitted = comments.submit(
                input.toSubmission(type, id.value(), origin, password),
                body.key(idempotencyKey, EnumCodec.of(type) + "s.comments.create"),
                actor.get());
        var urls = permalinks.ofCommentedIds(List.of(id.value()));
        return Paths.created("/api/v1/comments/" + submitted.comment().id(), CommentJson.of(submitted, urls));
    }
}
