package io.masthead.api.v1.redirect;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.permalink.redirect.BulkRedirects;
import io.masthead.permalink.redirect.RedirectList;
import io.masthead.permalink.redirect.RedirectQuery;
import io.masthead.permalink.redirect.Redirects;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Redirects of paths of the site. */
@Path("/api/v1/redirects")
@Tag(name = "Addresses")
@Produces(MediaType.APPLICATION_JSON)
public class RedirectResource {

    private static final String CSV = "text/csv";
    private static final String FORMATS = "json,csv,netlify";

    private final Redirects redirects;
    private final RedirectList list;
    private final BulkRedirects imports;
    private final CurrentActor actor;
    private final RequestBody body;

    RedirectResource(
            Redirects redirects, RedirectList list, BulkRedirects imports, CurrentActor actor, RequestBody body) {
        this.redirects = redirects;
        this.list = list;
        this.imports = imports;
        this.actor = actor;
        this.body = body;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(
            operationId = "listRedirects",
            summary = "List all redirects",
            description =
                    "One list for static builds: redirects made by hand first, then those of former slugs of posts,"
                            + " pages, categories, tags, authors and media, then those of the last five former"
                            + " permalink settings. It is not paginated.")
    @APIResponse(
            responseCode = "200",
            description = "The redirects, in the format that was asked for.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RedirectListJson.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Representation> list(
            @QueryParam("updatedFrom")
                    @Parameter(
                            description =
                                    "Only those that were made or changed since this time, also by a change of what"
                                            + " they lead to. Deleted ones are not named.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            format = "date-time",
                                            examples = "2026-05-04T07:00:00Z"))
                    String updatedFrom,
            @QueryParam("format")
                    @Parameter(
                            description = "'csv' has a header; 'netlify' is the file '_redirects' of Netlify and"
                                    + " Cloudflare Pages.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv", "netlify"},
                                            defaultValue = "json",
                                            examples = "json"))
                    String format) {
        var in = new ParameterReader();
        var from = in.time("updatedFrom", updatedFrom);
        var formats = in.words("format", format, FORMATS);
        if (formats.size() > 1) {
            in.refuse("format", "invalid_list", "'format' takes one value.");
        }
        in.throwIfAny();
        var all = list.all(new RedirectQuery(from));
        return RestResponse.ok(
                switch (formats.isEmpty() ? "json" : formats.get(0)) {
                    case "csv" -> RedirectFile.csv(all);
                    case "netlify" -> RedirectFile.rules(all);
                    default -> RedirectListJson.of(all);
                });
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Operation(operationId = "getRedirect", summary = "Get a redirect", description = "Only one that was made by hand.")
    public RedirectJson get(@PathParam("id") Id id) {
        return RedirectJson.of(redirects.get(id.value()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "createRedirect",
            summary = "Create a redirect",
            description = "Administrators only. It also hides content at its source. One that leads in a circle is"
                    + " refused.")
    public RestResponse<RedirectJson> create(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, RedirectInput input) {
        var key = body.key(idempotencyKey, "redirects.create");
        var created = redirects.create(input.toPatch(), key, actor.get());
        return Paths.created("/api/v1/redirects/" + created.id(), RedirectJson.of(created));
    }

    @PATCH
    @Authenticated
    @Path("{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "updateRedirect",
            summary = "Update a redirect",
            description = "Administrators only. A JSON merge patch (RFC 7396): absent fields are unchanged.")
    public RedirectJson update(
            @PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RedirectInput input) {
        return RedirectJson.of(
                redirects.update(id.value(), input.toPatch(), EntityTags.expected(ifMatch), actor.get()));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(operationId = "deleteRedirect", summary = "Delete a redirect", description = "Administrators only.")
    public RestResponse<Void> delete(@PathParam("id") Id id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        redirects.delete(id.value(), EntityTags.expected(ifMatch), actor.get());
        return RestResponse.noContent();
    }

    @POST
    @Authenticated
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "importRedirects",
            summary = "Import redirects of WordPress' plug-in Redirection",
            description = "Administrators only. Takes an export of the plug-in, as JSON or as CSV with the columns"
                    + " 'source' and 'target', at most 5,000 redirects. Those with regular expressions, and those whose"
                    + " source is in use, are named in 'skipped'. A repeated import changes nothing.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public RedirectImportJson importJson(String text) {
        return RedirectImportJson.of(imports.run(RedirectionFile.json(text), actor.get()));
    }

    // Documented with JSON, since a document has one operation for each path and method.
    @POST
    @Authenticated
    @Path("import")
    @Consumes(CSV)
    @Operation(hidden = true)
    public RedirectImportJson importCsv(String text) {
        return RedirectImportJson.of(imports.run(RedirectionFile.csv(text), actor.get()));
    }
}
