package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Paths;
import io.masthead.api.v1.http.Selectable;
import io.masthead.api.v1.http.ShownOnce;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Page;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.credential.ApplicationPasswords;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own application passwords. */
@Path("/api/v1/me/application-passwords")
@Tag(
        name = "Application passwords",
        description = "Passwords for WordPress clients, which send them by HTTP Basic authentication.")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationPasswordResource {

    private final ApplicationPasswords passwords;
    private final CurrentActor actor;

    ApplicationPasswordResource(ApplicationPasswords passwords, CurrentActor actor) {
        this.passwords = passwords;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(value = ApplicationPasswordJson.class, without = "password")
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "listMyApplicationPasswords",
            summary = "List your application passwords, newest first",
            description = "Requires a sign-in. The passwords themselves are not shown.")
    public ListJson<ApplicationPasswordJson> list(@QueryParam("fields") String fields) {
        var caller = actor.get();
        var all = passwords.of(caller.userId(), caller);
        return ListJson.of(Page.whole(all), ApplicationPasswordJson::of);
    }

    @POST
    @Authenticated
    @ShownOnce
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "createMyApplicationPassword",
            summary = "Create an application password",
            description = "Requires a sign-in. Programs send it with your login or e-mail address by HTTP Basic"
                    + " authentication. It grants everything that your role allows, except changes to your"
                    + " credentials. Only this response shows the password, so an Idempotency-Key is refused."
                    + " At most 100 per user.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ApplicationPasswordJson.class)))
    public RestResponse<ApplicationPasswordJson> create(ApplicationPasswordInput input) {
        var caller = actor.get();
        var issued = passwords.issue(
                caller.userId(), input.name().value(), input.appId().value(), caller);
        return Paths.created(
                "/api/v1/me/application-passwords/" + issued.token().uuid(), ApplicationPasswordJson.of(issued));
    }

    @DELETE
    @Authenticated
    @Path("{uuid}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "revokeMyApplicationPassword",
            summary = "Revoke an application password",
            description = "Takes effect immediately, on other nodes within a second.")
    public RestResponse<Void> revoke(
            @PathParam("uuid")
                    @Parameter(
                            description = "The UUID of the application password.",
                            example = "0f1c2a4e-5b7d-4a43-8f0e-6f2b7f7f2f10",
                            schema = @Schema(format = "uuid"))
                    String uuid) {
        var caller = actor.get();
        passwords.revoke(caller.userId(), uuid, caller);
        return RestResponse.noContent();
    }

    @DELETE
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "revokeMyApplicationPasswords",
            summary = "Revoke all your application passwords",
            description = "Takes effect immediately, on other nodes within a second.")
    public RestResponse<Void> revokeAll() {
        var caller = actor.get();
        passwords.revokeAll(caller.userId(), caller);
        return RestResponse.noContent();
    }
}
