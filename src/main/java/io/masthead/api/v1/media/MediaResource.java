package io.masthead.api.v1.media;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyParser;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Permanent;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Scope;
import io.masthead.media.MediaService;
import io.masthead.media.MediaUploads;
import io.masthead.media.MediaView;
import io.masthead.media.NewMedia;
import io.masthead.permalink.Permalinks;
import io.masthead.text.ContentDisposition;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Media. */
@Path("/api/v1/media")
@Tag(name = "Media", description = "Images and other files.")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {

    private final MediaService media;
    private final MediaUploads uploads;
    private final Permalinks permalinks;
    private final CurrentActor actor;
    private final io.masthead.api.v1.http.RequestBody body;
    private final BodyParser parser;

    MediaResource(
            MediaService media,
            MediaUploads uploads,
            Permalinks permalinks,
            CurrentActor actor,
            io.masthead.api.v1.http.RequestBody body,
            BodyParser parser) {
        this.media = media;
        this.uploads = uploads;
        this.permalinks = permalinks;
        this.actor = actor;
        this.body = body;
        this.parser = parser;
    }

    @GET
    @PermitAll
    @Selectable(MediaJson.class)
    @Operation(
            operationId = "listMedia",
            summary = "List media, newest first",
            description = "Lists the media that the caller may see. All filters must match.")
    public ListJson<MediaJson> list(@BeanParam MediaListParams params, @BeanParam PagingParams paging) {
        var urls = permalinks.plain();
        return ListJson.of(media.search(params.toQuery(paging), actor.get()), view -> MediaJson.of(view, urls));
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(MediaJson.class)
    @Operation(
            operationId = "getMedia",
            summary = "Get a media item",
            description = "Includes the URL, media type, size and texts.")
    public MediaJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return json(media.get(id.value(), actor.get()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(scopes = Scope.MEDIA_WRITE, role = Role.AUTHOR)
    @Refuses({ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.STORAGE_FULL})
    @Operation(
            operationId = "uploadMedia",
            summary = "Upload a file",
            description = "Accepts a form, or the bytes alone with their Content-Type and a Content-Disposition that"
                    + " names the file (RFC 6266). The bytes decide on the type: JPEG, PNG, GIF, WebP, AVIF, MP4,"
                    + " WebM, MP3, OGG, WAV, M4A, PDF, plain text and office documents are accepted, and SVG if the"
                    + " settings allow it. Each upload"
                    + " creates a media item; identical files are stored once. Images are kept upright and without"
                    + " most metadata. With a 'postId', a token also needs the scope `content:write`.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MediaJson.class)))
    @Parameter(
            name = HttpHeaders.CONTENT_DISPOSITION,
            in = ParameterIn.HEADER,
            description = "Names the file if the body is its bytes alone (RFC 6266).",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, examples = "attachment; filename=\"ferry.jpg\""))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties = {
                                            @SchemaProperty(
                                                    name = MediaForm.FILE,
                                                    type = SchemaType.STRING,
                                                    format = "binary",
                                                    description = "The file, with its name."),
                                            @SchemaProperty(name = MediaForm.DETAILS, implementation = MediaInput.class)
                                        })),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<MediaJson> upload(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey,
            @Parameter(hidden = true) MultipartFormDataInput parts)
            throws IOException {
        var form = MediaForm.of(parts);
        var input = form.input(parser);
        try (var bytes = form.open()) {
            return created(
                    bytes,
                    new NewMedia(form.file().getFileName(), form.mimeType(), input.toChanges()),
                    form.details(),
                    idempotencyKey);
        }
    }

    // Documented with the form, since a document has one operation for each path and method.
    @POST
    @Authenticated
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<MediaJson> uploadBytes(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream bytes) {
        var name = ContentDisposition.fileName(disposition).orElseThrow(MediaResource::unnamed);
        return created(bytes, new NewMedia(name, type, MediaInput.NONE.toChanges()), null, idempotencyKey);
    }

    @PUT
    @Authenticated
    @Path("{id}/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(scopes = Scope.MEDIA_WRITE, role = Role.AUTHOR, others = Role.EDITOR)
    @Refuses({ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.STORAGE_FULL})
    @Operation(
            operationId = "replaceMediaFile",
            summary = "Replace the file of a media item",
            description = "The item keeps its id, texts and focal point, and gets a new URL; posts that feature it show"
                    + " the new file, and the URLs of the former file and of its renditions redirect. Accepts the same"
                    + " files as an upload, as a form with the part 'file', or as the bytes alone.")
    @Parameter(
            name = HttpHeaders.CONTENT_DISPOSITION,
            in = ParameterIn.HEADER,
            description = "Names the file if the body is its bytes alone (RFC 6266).",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, examples = "attachment; filename=\"ferry.jpg\""))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties =
                                                @SchemaProperty(
                                                        name = MediaForm.FILE,
                                                        type = SchemaType.STRING,
                                                        format = "binary",
                                                        description = "The file, with its name."))),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public MediaJson replace(
            @PathParam("id") Id id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(hidden = true) MultipartFormDataInput parts)
            throws IOException {
        var form = MediaForm.ofFileAlone(parts);
        try (var bytes = form.open()) {
            return replaced(id, bytes, form.file().getFileName(), form.mimeType(), ifMatch);
        }
    }

    // Documented with the form, as above.
    @PUT
    @Authenticated
    @Blocking
    @Path("{id}/file")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public MediaJson replaceBytes(
            @PathParam("id") Id id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream bytes) {
        var name = ContentDisposition.fileName(disposition).orElseThrow(MediaResource::unnamed);
        return replaced(id, bytes, name, type, ifMatch);
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(
            scopes = {Scope.MEDIA_WRITE, Scope.CONTENT_WRITE},
            role = Role.AUTHOR,
            others = Role.EDITOR)
    @Operation(
            operationId = "updateMedia",
            summary = "Update a media item",
            description = "A JSON merge patch (RFC 7396): absent fields are unchanged, and so is the file. After a"
                    + " change of the slug, the old one redirects to the new one. For a 'postId', a token"
                    + " needs the scope `content:write`.")
    public MediaJson update(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MediaInput input) {
        return json(media.update(
                id.value(), input.toChanges(), EntityTags.expected(ifMatch), OnConflict.REFUSE, actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(
            scopes = {Scope.MEDIA_WRITE, Scope.CONTENT_WRITE},
            role = Role.AUTHOR,
            others = Role.EDITOR)
    @Refuses({ErrorCode.PERMANENT_REQUIRED, ErrorCode.MEDIA_IN_USE})
    @Operation(
            operationId = "deleteMedia",
            summary = "Delete a media item permanently",
            description = "Refused with the uses if posts show it, unless 'force' is true. A file that is stored"
                    + " here, and that no other media item has, is removed soon afterwards.")
    public RestResponse<Void> delete(
            @PathParam("id") Id id,
            @QueryParam("permanent") String permanent,
            @QueryParam("force") String force,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Permanent.require(permanent, "media item");
        var in = new ParameterReader();
        var evenIfUsed = in.flag("force", force);
        in.throwIfAny();
        media.delete(id.value(), evenIfUsed, EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    private static CmsException unnamed() {
        return CmsException.parameter(
                HttpHeaders.CONTENT_DISPOSITION,
                "invalid_header",
                "Name the file: Content-Disposition: attachment; filename=\"ferry.jpg\" (RFC 6266), or send a form"
                        + " (multipart/form-data).");
    }

    private MediaJson replaced(Id id, InputStream bytes, String fileName, String type, String ifMatch) {
        var caller = actor.get();
        uploads.requireReplaceable(id.value(), caller);
        try (var file = uploads.receive(bytes, caller)) {
            return json(uploads.replace(id.value(), file, fileName, type, EntityTags.expected(ifMatch), caller));
        }
    }

    private RestResponse<MediaJson> created(InputStream bytes, NewMedia wanted, String details, String idempotencyKey) {
        var caller = actor.get();
        try (var file = uploads.receive(bytes, caller)) {
            body.read(Arrays.asList(file.sha256(), wanted.fileName(), details));
            var made = uploads.create(file, wanted, body.key(idempotencyKey, "media.create"), caller);
            return Paths.created("/api/v1/media/" + made.media().id(), json(made));
        }
    }

    private MediaJson json(MediaView view) {
        return MediaJson.of(view, permalinks.plain());
    }
}
