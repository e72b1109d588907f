package io.masthead.api.v1.user;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.me.SessionJson;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.session.Sessions;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The sessions of any user, for administrators. */
@Path("/api/v1/users/{id}/sessions")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
public class UserSessionResource {

    private final Sessions sessions;
    private final CurrentActor actor;

    UserSessionResource(Sessions sessions, CurrentActor actor) {
        this.sessions = sessions;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "listUserSessions",
            summary = "List the sessions of a user",
            description = "Administrators only. Newest first, at most 100.")
    public ListJson<SessionJson> list(@PathParam("id") Id id) {
        var current = actor.sessionId();
        return ListJson.of(sessions.of(id.value(), actor.get()), one -> SessionJson.of(one, current));
    }

    @DELETE
    @Authenticated
    @Path("{sessionId}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "endUserSession",
            summary = "End a session of a user",
            description = "Administrators only.")
    public RestResponse<Void> end(@PathParam("id") Id id, @PathParam("sessionId") Id sessionId) {
        sessions.end(id.value(), sessionId.value(), actor.get());
        return RestResponse.noContent();
    }

    @DELETE
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.USERS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "endUserSessions",
            summary = "End all sessions of a user",
            description = "Administrators only.")
    public RestResponse<Void> endAll(@PathParam("id") Id id) {
        sessions.endAll(id.value(), actor.get());
        return RestResponse.noContent();
    }
}
