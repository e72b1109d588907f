package io.masthead.api.v1.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyParser;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.imports.ImportOptions;
import io.masthead.imports.ImportService;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports of WordPress export files. */
@Path("/api/v1/imports")
@Tag(name = "Imports", description = "Imports of WordPress exports.")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private final ImportService imports;
    private final ImportProgress progress;
    private final CurrentActor actor;
    private final RequestBody body;
    private final BodyParser parser;

    ImportResource(
            ImportService imports, ImportProgress progress, CurrentActor actor, RequestBody body, BodyParser parser) {
        this.imports = imports;
        this.progress = progress;
        this.actor = actor;
        this.body = body;
        this.parser = parser;
    }

    @GET
    @Authenticated
    @Selectable(ImportJson.class)
    @Access(scopes = Scope.IMPORTS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listImports",
            summary = "List imports, newest first",
            description = "The list omits warnings.")
    public ListJson<ImportJson> list(@BeanParam PagingParams paging) {
        var in = new ParameterReader();
        var part = paging.read(in);
        in.throwIfAny();
        return ListJson.of(imports.search(part, actor.get()), ImportJson::inList);
    }

    @GET
    @Authenticated
    @Path("{id}")
    @Selectable(ImportJson.class)
    @Access(scopes = Scope.IMPORTS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "getImport",
            summary = "Get import status",
            description = "Includes the counts of records so far and the first 1,000 warnings.")
    public ImportJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return ImportJson.of(imports.get(id.value(), actor.get()));
    }

    @GET
    @Authenticated
    @Blocking
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Access(scopes = Scope.IMPORTS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "followImport",
            summary = "Follow an import (server-sent events)",
            description = "Sends server-sent events named 'progress', each with the import as JSON. The stream ends"
                    + " with the import.")
    @APIResponse(
            responseCode = "200",
            description = "The stream of events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = """
                                    event: progress
                                    data: {"id": 1, "status": "running"}

                                    """))
    public Multi<OutboundSseEvent> follow(@PathParam("id") Id id, @Context Sse sse) {
        return progress.of(id.value(), actor.get(), sse);
    }

    @POST
    @Authenticated
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(scopes = Scope.IMPORTS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "startImport",
            summary = "Import a WordPress export file",
            description = "The import runs in the background. Importing a file again skips what exists. References to"
                    + " what another export of the site has, such as featured images, are set when that is imported.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public RestResponse<ImportJson> start(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey,
            @RestForm("file")
                    @Schema(
                            description =
                                    "A WordPress export (WXR), or a zip or gzip archive of one or several exports of"
                                            + " a site. Its content decides, not its name. In a zip archive, files ending with"
                                            + " .xml are read, at most 1,000 files in all.")
                    FileUpload file,
            @RestForm("options") @Schema(implementation = ImportOptionsInput.class) String options)
            throws IOException {
        if (file == null) {
            throw CmsException.field("file", "required", "Send the export as the part 'file'.");
        }
        var chosen = options == null
                ? ImportOptions.DEFAULT
                : parser.parse(options.getBytes(UTF_8), ImportOptionsInput.class)
                        .toOptions();
        body.read(file.uploadedFile(), options);
        try (var in = Files.newInputStream(file.uploadedFile())) {
            var started =
                    imports.start(file.fileName(), in, chosen, body.key(idempotencyKey, "imports.start"), actor.get());
            return RestResponse.ResponseBuilder.<ImportJson>create(RestResponse.Status.ACCEPTED)
                    .header(HttpHeaders.LOCATION, "/api/v1/imports/" + started.id())
                    .entity(ImportJson.of(started))
                    .build();
        }
    }
}
