package io.masthead.api.v1;

import io.masthead.auth.CurrentActor;
import io.masthead.user.UserService;
import io.quarkus.security.Authenticated;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller. */
@Path("/api/v1/me")
@Tag(name = "Me", description = "Who the token of the request stands for.")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private final UserService users;
    private final CurrentActor actor;

    MeResource(UserService users, CurrentActor actor) {
        this.users = users;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Selectable(MeJson.class)
    @Operation(
            operationId = "getMe",
            summary = "Read who you are and what you may do",
            description = "The user behind the token of the request.")
    public MeJson get(@QueryParam("fields") String fields) {
        var caller = actor.get();
        return MeJson.of(users.me(caller), caller);
    }
}
