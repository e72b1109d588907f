package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
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

/** The caller's own sessions. */
@Path("/api/v1/me/sessions")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
public class MySessionResource {

    private final Sessions sessions;
    private final CurrentActor actor;

    MySessionResource(Sessions sessions, CurrentActor actor) {
        this.sessions = sessions;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "listMySessions",
            summary = "List your sessions",
            description = "Requires a sign-in. Active sessions, newest first, at most 100.")
    public ListJson<SessionJson> list() {
        var caller = actor.get();
        var current = actor.sessionId();
        return ListJson.of(sessions.of(caller.userId(), caller), one -> SessionJson.of(one, current));
    }

    @DELETE
    @Authenticated
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "endMySession",
            summary = "End one of your sessions",
            description = "This can be the current session.")
    public RestResponse<Void> end(@PathParam("id") Id id) {
        var caller = actor.get();
        sessions.end(caller.userId(), id.value(), caller);
        return RestResponse.noContent();
    }

    @DELETE
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "endMySessions",
            summary = "End all your sessions",
            description = "Includes the current session.")
    public RestResponse<Void> endAll() {
        var caller = actor.get();
        sessions.endAll(caller.userId(), caller);
        return RestResponse.noContent();
    }
}
