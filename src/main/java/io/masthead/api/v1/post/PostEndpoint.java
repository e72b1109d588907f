package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.BulkJson;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.auth.CurrentActor;
import io.masthead.comment.query.CommentedPost;
import io.masthead.comment.query.CommentedPosts;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostCommands;
import io.masthead.post.PostDetails;
import io.masthead.post.PostNeighbours;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.patch.PostPatch;
import io.masthead.post.search.PostParts;
import io.masthead.post.search.PostQuery;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The operations that posts and pages share.
 *
 * @param <J> the type of the resource
 * @param <I> the type of the request body
 */
@Produces(MediaType.APPLICATION_JSON)
abstract class PostEndpoint<J extends Representation, I extends PostEndpoint.Input> {

    private final PostType type;
    private final String includes;
    private final BiFunction<PostView, PostExtras, J> json;
    private final PostQueries posts;
    private final CommentedPosts commentedPosts;
    private final Permalinks permalinks;
    private final PostCommands commands;
    private final CurrentActor actor;
    private final RequestBody body;

    /**
     * @param includes the additional fields that a client can request
     */
    PostEndpoint(
            PostType type,
            String includes,
            BiFunction<PostView, PostExtras, J> json,
            PostQueries posts,
            CommentedPosts commentedPosts,
            Permalinks permalinks,
            PostCommands commands,
            CurrentActor actor,
            RequestBody body) {
        this.type = type;
        this.includes = includes;
        this.json = json;
        this.posts = posts;
        this.commentedPosts = commentedPosts;
        this.permalinks = permalinks;
        this.commands = commands;
        this.actor = actor;
        this.body = body;
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "update{Noun}",
            summary = "Update a {noun}",
            description = "A JSON merge patch (RFC 7396): absent fields are unchanged. After a change of the slug,"
                    + " the old one redirects to the new one.")
    public J update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, I input) {
        return json(commands.update(type, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "delete{Noun}",
            summary = "Trash or delete a {noun}",
            description = "Returns 200 with the trashed {noun}, or 204 with permanent=true.")
    public RestResponse<J> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var expected = EntityTags.expected(ifMatch);
        if (Permanent.read(permanent)) {
            commands.delete(type, id.value(), expected, actor.get());
            return RestResponse.noContent();
        }
        return RestResponse.ok(json(commands.trash(type, id.value(), expected, actor.get())));
    }

    @POST
    @Authenticated
    @Path("{id}/restore")
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses(ErrorCode.POST_NOT_TRASHED)
    @Operation(
            operationId = "restore{Noun}",
            summary = "Restore a {noun} from the trash",
            description = "The {noun} gets its former status.")
    public J restore(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return json(commands.restore(type, id.value(), EntityTags.expected(ifMatch), actor.get()));
    }

    @POST
    @Authenticated
    @Path("bulk-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE)
    @Refuses({ErrorCode.POST_TRASHED, ErrorCode.POST_NOT_TRASHED})
    @Operation(
            operationId = "change{Noun}Statuses",
            summary = "Change the status of many {noun}s",
            description = "Changes all or none; 'errors' names each {noun} that cannot be changed.")
    public BulkJson<J> changeStatuses(BulkStatusInput input) {
        input.check();
        var caller = actor.get();
        var changed = commands.changeStatus(type, input.ids(), input.status().value(), caller);
        var shown = posts.withPictures(changed, caller);
        var extras = PostExtras.none(permalinks.ofShown(shown, PostNeighbours.NONE));
        return new BulkJson<>(
                shown.stream().map(view -> json.apply(view, extras)).toList());
    }

    final ListJson<J> list(PostQuery query, boolean withFormerSlugs) {
        var found = posts.search(query, actor.get());
        var extras = PostExtras.none(permalinks.ofShown(found.items(), PostNeighbours.NONE));
        if (!withFormerSlugs) {
            return ListJson.of(found, view -> json.apply(view, extras));
        }
        var former = posts.formerSlugs(found.items());
        return ListJson.of(
                found,
                view -> json.apply(
                        view, extras.withFormerSlugs(former.get(view.post().id()))));
    }

    final J read(Id id, List<String> include, String password) {
        var wanted = included(include);
        return json(
                commentedPosts.get(type, id.value(), actor.get(), password, parts(wanted), wanted.contains("comments")),
                wanted);
    }

    final RestResponse<J> readByPath(String path, List<String> include, String password, UriInfo uri) {
        var wanted = included(include);
        var located = commentedPosts.getByPath(
                type, Paths.segments(path), actor.get(), password, parts(wanted), wanted.contains("comments"));
        var found = located.address();
        if (found.current()) {
            return RestResponse.ok(json(located.post(), wanted));
        }
        return found.path().isEmpty()
                ? Paths.moved(
                        uri,
                        collection() + "/",
                        List.of(String.valueOf(found.view().post().id())))
                : Paths.moved(uri, collection() + "/by-slug/", found.path());
    }

    final RestResponse<J> created(String idempotencyKey, I input) {
        var key = body.key(idempotencyKey, EnumCodec.of(type) + "s.create");
        var created = commands.create(type, input.toChanges(), key, actor.get());
        return Paths.created(collection() + "/" + created.post().id(), json(created));
    }

    private String collection() {
        return "/api/v1/" + EnumCodec.of(type) + "s";
    }

    private J json(PostView view) {
        return json(posts.written(view, actor.get()));
    }

    private J json(CommentedPost commented, List<String> included) {
        return json.apply(
                commented.details().view(), PostExtras.of(commented, included.contains("author"), permalinks));
    }

    private J json(PostDetails details) {
        return json.apply(details.view(), PostExtras.of(details, permalinks));
    }

    private List<String> included(List<String> include) {
        var in = new ParameterReader();
        var included = in.words("include", include, includes);
        in.throwIfAny();
        return included;
    }

    private static PostParts parts(List<String> included) {
        return new PostParts(
                true, included.contains("previous"), included.contains("next"), included.contains("related"), true);
    }

    /** A new post or page, or a merge patch of an existing one. */
    interface Input {
        PostPatch toChanges();
    }
}
