package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.CustomFieldParams;
import io.masthead.api.v1.http.FilterableByField;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.comment.query.CommentedPosts;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostCommands;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.user.Role;
import io.masthead.web.CacheRules;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Posts. */
@Path("/api/v1/posts")
@Tag(name = "Posts", description = "Dated articles with categories and tags.")
@Produces(MediaType.APPLICATION_JSON)
@Access(role = Role.CONTRIBUTOR, others = Role.EDITOR)
class PostResource extends PostEndpoint<PostJson, PostInput> {

    private static final String INCLUDES = "featuredMedia,author,comments,related,previous,next";

    PostResource(
            PostQueries posts,
            CommentedPosts commentedPosts,
            Permalinks permalinks,
            PostCommands commands,
            CurrentActor actor,
            RequestBody body) {
        super(PostType.POST, INCLUDES, PostJson::of, posts, commentedPosts, permalinks, commands, actor, body);
    }

    @GET
    @PermitAll
    @Selectable(PostJson.class)
    @FilterableByField
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.SCOPE_MISSING})
    @Operation(
            operationId = "listPosts",
            summary = "List posts, newest first",
            description = "Lists published ones unless 'status' is set. All filters must match. Those that the"
                    + " caller may not see are neither listed nor counted.")
    public ListJson<PostJson> list(
            @BeanParam PostFilterParams shared,
            @BeanParam PostListParams params,
            @BeanParam PagingParams paging,
            UriInfo uri) {
        return list(params.toQuery(shared, paging, CustomFieldParams.read(uri)), shared.includesFormerSlugs());
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(PostJson.class)
    @Operation(operationId = "getPost", summary = "Get a post", description = "404 also if the caller may not see it.")
    public PostJson get(
            @PathParam("id") Id id,
            @Parameter(
                            description = "Additional fields to return, separated by commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = INCLUDES,
                                            examples = "author,comments,related"))
                    @QueryParam("include")
                    List<String> include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password) {
        return read(id, include, password);
    }

    @GET
    @PermitAll
    @Path("by-slug/{slug}")
    @Selectable(PostJson.class)
    @Operation(
            operationId = "getPostBySlug",
            summary = "Get a post by slug",
            description = "A former slug redirects (301) to the current URL.")
    public RestResponse<PostJson> getBySlug(
            @PathParam("slug") String slug,
            @Parameter(
                            description = "Additional fields to return, separated by commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = INCLUDES,
                                            examples = "author,comments,related"))
                    @QueryParam("include")
                    List<String> include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            UriInfo uri) {
        return readByPath(slug, include, password, uri);
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.CONTRIBUTOR)
    @Operation(
            operationId = "createPost",
            summary = "Create a post",
            description = "Creates a draft unless 'status' is set. Contributors cannot publish.")
    public RestResponse<PostJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, PostInput input) {
        return created(idempotencyKey, input);
    }
}
