package io.masthead.api.v1.media;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.RequestBody;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.media.fetch.MediaFetch;
import io.masthead.permalink.Permalinks;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Media from other servers. */
@Path("/api/v1/media/from-url")
@Tag(name = "Media")
@Produces(MediaType.APPLICATION_JSON)
public class MediaFetchResource {

    private final MediaFetch fetch;
    private final Permalinks permalinks;
    private final CurrentActor actor;
    private final RequestBody body;

    MediaFetchResource(MediaFetch fetch, Permalinks permalinks, CurrentActor actor, RequestBody body) {
        this.fetch = fetch;
        this.permalinks = permalinks;
        this.actor = actor;
        this.body = body;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.MEDIA_WRITE, role = Role.AUTHOR)
    @Refuses({ErrorCode.FETCH_DISABLED, ErrorCode.UNSUPPORTED_MEDIA_TYPE, ErrorCode.STORAGE_FULL})
    @Operation(
            operationId = "fetchMedia",
            summary = "Upload a file from a URL",
            description = "Fetches the file, if the operator allows it (`masthead.media.fetch=true`), and goes on as"
                    + " with an upload. Its name is that of the `Content-Disposition`, or else of the URL; the bytes"
                    + " decide on the type. Redirects are followed within the host, to the same port or from http to"
                    + " https, three at most. The other server must answer within 5 seconds, with status 200. A file"
                    + " that cannot be had is `validation_failed` with the reason for `url`. With an"
                    + " `Idempotency-Key`, a repeated request fetches nothing again. With a 'postId', a token also"
                    + " needs the scope `content:write`.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MediaJson.class)))
    public RestResponse<MediaJson> fetch(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) String idempotencyKey, MediaUrlInput input) {
        var key = body.key(idempotencyKey, "media.fetch");
        var made = fetch.create(input.url(), input.toChanges(), key, actor.get());
        return Paths.created("/api/v1/media/" + made.media().id(), MediaJson.of(made, permalinks.plain()));
    }
}
