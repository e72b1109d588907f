package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.BulkJson;
import io.masthead.api.v1.http.CustomFieldParams;
import io.masthead.api.v1.http.FilterableByField;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.media.MediaService;
import io.masthead.post.PostCommands;
import io.masthead.post.PostDetails;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.search.PostParts;
import io.masthead.user.Role;
import io.masthead.web.CacheRules;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Posts. */
@Path("/api/v1/posts")
@Tag(name = "Posts", description = "Articles: dated, filed under categories and tags.")
@Produces(MediaType.APPLICATION_JSON)
public class PostResource {

    private static final List<String> INCLUDES = List.of("featuredMedia", "previous", "next");

    private final PostQueries posts;
    private final PostCommands commands;
    private final PostListSubjects subjects;
    private final MediaService media;
    private final CurrentActor actor;
    private final RequestBody body;

    PostResource(
            PostQueries posts,
            PostCommands commands,
            PostListSubjects subjects,
            MediaService media,
            CurrentActor actor,
            RequestBody body) {
        this.posts = posts;
        this.commands = commands;
        this.subjects = subjects;
        this.media = media;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable(PostJson.class)
    @FilterableByField
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.SCOPE_MISSING})
    @Operation(
            operationId = "listPosts",
            summary = "List posts, newest first",
            description = "Published ones, unless 'status' says otherwise; filters narrow each"
                    + " other. What the caller may not see is absent, also from 'total'.")
    public ListJson<PostJson> list(@BeanParam PostListParams params, @BeanParam PagingParams paging, UriInfo uri) {
        var query = params.toQuery(paging, CustomFieldParams.read(uri));
        var found = posts.search(query, actor.get());
        var shown = params.includesMedia()
                ? PostExtras.inList(media.byIds(
                        found.items().stream()
                                .map(view -> view.post().featuredMediaId())
                                .filter(Objects::nonNull)
                                .toList(),
                        actor.get()))
                : PostExtras.NONE;
        return ListJson.of(found, view -> PostJson.of(view, shown))
                .about(subjects.of(query.filter(), found.items(), actor.get()));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(PostJson.class)
    @Operation(
            operationId = "getPost",
            summary = "Get a post",
            description = "What the caller may not see is answered as if it did not exist.")
    public PostJson get(
            @PathParam("id") Id id,
            @Parameter(
                            description = "What else to show, between commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"featuredMedia", "previous", "next"},
                                            examples = "previous,next"))
                    @QueryParam("include")
                    String include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password) {
        return json(posts.get(PostType.POST, id.value(), actor.get(), password, parts(include)));
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(PostJson.class)
    @Operation(
            operationId = "getPostBySlug",
            summary = "Get a post by slug",
            description = "A slug that the post had before answers 301 with the present address.")
    public RestResponse<PostJson> getBySlug(
            @PathParam("slug") String slug,
            @Parameter(
                            description = "What else to show, between commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"featuredMedia", "previous", "next"},
                                            examples = "previous,next"))
                    @QueryParam("include")
                    String include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            UriInfo uri) {
        var found = posts.getByPath(PostType.POST, Paths.segments(slug), actor.get(), password, parts(include));
        return found.current()
                ? RestResponse.ok(json(found.details()))
                : Paths.moved(
                        uri,
                        "/api/v1/posts/by-slug/",
                        found.path(),
                        CacheTags.post(found.view().post().id()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR)
    @Operation(
            operationId = "createPost",
            summary = "Create a post",
            description = "A draft, unless 'status' says otherwise. Contributors cannot publish.")
    public RestResponse<PostJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, PostInput input) {
        var key = body.key(idempotencyKey, "posts.create");
        var created = commands.create(PostType.POST, input.toChanges(), key, actor.get());
        return Paths.created("/api/v1/posts/" + created.post().id(), json(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "updatePost",
            summary = "Update a post",
            description = "A JSON merge patch (RFC 7396): what is absent stays as it is. A new"
                    + " slug leaves the old one answering.")
    public PostJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PostInput input) {
        return json(commands.update(
                PostType.POST, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "deletePost",
            summary = "Trash or delete a post",
            description = "Answers 200 with the trashed post, or 204 with permanent=true.")
    public RestResponse<PostJson> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var expected = EntityTags.expected(ifMatch);
        if (Permanent.read(permanent)) {
            commands.delete(PostType.POST, id.value(), expected, actor.get());
            return RestResponse.noContent();
        }
        return RestResponse.ok(json(commands.trash(PostType.POST, id.value(), expected, actor.get())));
    }

    @POST
    @Authenticated
    @Path("{id}/restore")
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses(ErrorCode.POST_NOT_TRASHED)
    @Operation(
            operationId = "restorePost",
            summary = "Restore a post from the trash",
            description = "It gets the status back that it had.")
    public PostJson restore(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return json(commands.restore(PostType.POST, id.value(), EntityTags.expected(ifMatch), actor.get()));
    }

    @POST
    @Authenticated
    @Path("bulk-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR, others = Role.EDITOR)
    @Refuses({ErrorCode.POST_TRASHED, ErrorCode.POST_NOT_TRASHED})
    @Operation(
            operationId = "changePostStatuses",
            summary = "Change the status of many posts",
            description = "All of them or none: 'errors' names each post that stands against it.")
    public BulkJson<PostJson> changeStatuses(BulkStatusInput input) {
        return new BulkJson<>(
                commands.changeStatus(PostType.POST, input.checkedIds(), input.checkedStatus(), actor.get()).stream()
                        .map(view -> PostJson.of(view, PostExtras.NONE))
                        .toList());
    }

    private PostJson json(PostView view) {
        return json(posts.written(view));
    }

    private static PostJson json(PostDetails details) {
        return PostJson.of(details.view(), PostExtras.of(details));
    }

    private static PostParts parts(String include) {
        var in = new ParameterReader();
        var included = Includes.read(in, include, INCLUDES);
        in.throwIfAny();
        return new PostParts(
                included.contains("featuredMedia"), included.contains("previous"), included.contains("next"), true);
    }
}
