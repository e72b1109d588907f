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

/** Pages. */
@Path("/api/v1/pages")
@Tag(name = "Pages", description = "Pages: undated texts in a tree.")
@Produces(MediaType.APPLICATION_JSON)
public class PageResource {

    private static final List<String> INCLUDES = List.of("featuredMedia");

    private final PostQueries posts;
    private final PostCommands commands;
    private final MediaService media;
    private final CurrentActor actor;
    private final RequestBody body;

    PageResource(PostQueries posts, PostCommands commands, MediaService media, CurrentActor actor, RequestBody body) {
        this.posts = posts;
        this.commands = commands;
        this.media = media;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Selectable(PageJson.class)
    @FilterableByField
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.SCOPE_MISSING})
    @Operation(
            operationId = "listPages",
            summary = "List pages, newest first",
            description = "Published ones, unless 'status' says otherwise; filters narrow each"
                    + " other. What the caller may not see is absent, also from 'total'.")
    public ListJson<PageJson> list(@BeanParam PageListParams params, @BeanParam PagingParams paging, UriInfo uri) {
        var found = posts.search(params.toQuery(paging, CustomFieldParams.read(uri)), actor.get());
        var shown = params.includesMedia()
                ? PostExtras.inList(media.byIds(
                        found.items().stream()
                                .map(view -> view.post().featuredMediaId())
                                .filter(Objects::nonNull)
                                .toList(),
                        actor.get()))
                : PostExtras.NONE;
        return ListJson.of(found, view -> PageJson.of(view, shown));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(PageJson.class)
    @Operation(
            operationId = "getPage",
            summary = "Get a page",
            description = "What the caller may not see is answered as if it did not exist.")
    public PageJson get(
            @PathParam("id") Id id,
            @Parameter(
                            description = "What else to show, between commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"featuredMedia"},
                                            examples = "featuredMedia"))
                    @QueryParam("include")
                    String include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password) {
        return json(posts.get(PostType.PAGE, id.value(), actor.get(), password, parts(include)));
    }

    @GET
    @PermitAll
    @Path("by-slug/{path:.+}")
    @Selectable(PageJson.class)
    @Operation(
            operationId = "getPageBySlug",
            summary = "Get a page by its path of slugs",
            description =
                    "For example about/team. Slugs that a page had before answer 301 with the" + " present address.")
    public RestResponse<PageJson> getBySlug(
            @PathParam("path") String path,
            @Parameter(
                            description = "What else to show, between commas.",
                            explode = Explode.FALSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"featuredMedia"},
                                            examples = "featuredMedia"))
                    @QueryParam("include")
                    String include,
            @QueryParam("fields") String fields,
            @HeaderParam(CacheRules.POST_PASSWORD) String password,
            UriInfo uri) {
        var found = posts.getByPath(PostType.PAGE, Paths.segments(path), actor.get(), password, parts(include));
        return found.current()
                ? RestResponse.ok(json(found.details()))
                : Paths.moved(
                        uri,
                        "/api/v1/pages/by-slug/",
                        found.path(),
                        CacheTags.page(found.view().post().id()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Operation(
            operationId = "createPage",
            summary = "Create a page",
            description = "A draft, unless 'status' says otherwise.")
    public RestResponse<PageJson> create(@HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, PageInput input) {
        var key = body.key(idempotencyKey, "pages.create");
        var created = commands.create(PostType.PAGE, input.toChanges(), key, actor.get());
        return Paths.created("/api/v1/pages/" + created.post().id(), json(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "updatePage",
            summary = "Update a page",
            description = "A JSON merge patch (RFC 7396): what is absent stays as it is. A new"
                    + " slug leaves the old one answering.")
    public PageJson update(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PageInput input) {
        return json(commands.update(
                PostType.PAGE, id.value(), input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.POST_TRASHED)
    @Operation(
            operationId = "deletePage",
            summary = "Trash or delete a page",
            description = "Answers 200 with the trashed page, or 204 with permanent=true.")
    public RestResponse<PageJson> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var expected = EntityTags.expected(ifMatch);
        if (Permanent.read(permanent)) {
            commands.delete(PostType.PAGE, id.value(), expected, actor.get());
            return RestResponse.noContent();
        }
        return RestResponse.ok(json(commands.trash(PostType.PAGE, id.value(), expected, actor.get())));
    }

    @POST
    @Authenticated
    @Path("{id}/restore")
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses(ErrorCode.POST_NOT_TRASHED)
    @Operation(
            operationId = "restorePage",
            summary = "Restore a page from the trash",
            description = "It gets the status back that it had.")
    public PageJson restore(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return json(commands.restore(PostType.PAGE, id.value(), EntityTags.expected(ifMatch), actor.get()));
    }

    @POST
    @Authenticated
    @Path("bulk-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.CONTENT_WRITE, role = Role.EDITOR)
    @Refuses({ErrorCode.POST_TRASHED, ErrorCode.POST_NOT_TRASHED})
    @Operation(
            operationId = "changePageStatuses",
            summary = "Change the status of many pages",
            description = "All of them or none: 'errors' names each page that stands against it.")
    public BulkJson<PageJson> changeStatuses(BulkStatusInput input) {
        return new BulkJson<>(
                commands.changeStatus(PostType.PAGE, input.checkedIds(), input.checkedStatus(), actor.get()).stream()
                        .map(view -> PageJson.of(view, PostExtras.NONE))
                        .toList());
    }

    private PageJson json(PostView view) {
        return json(posts.written(view));
    }

    private static PageJson json(PostDetails details) {
        return PageJson.of(details.view(), PostExtras.of(details));
    }

    private static PostParts parts(String include) {
        var in = new ParameterReader();
        var included = Includes.read(in, include, INCLUDES);
        in.throwIfAny();
        return new PostParts(
                included.contains("featuredMedia"), included.contains("previous"), included.contains("next"), true);
    }
}
