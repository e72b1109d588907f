package io.masthead.api.v1.user;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.Refuses;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.session.SecondFactors;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The second factors of any user, for administrators. */
@Path("/api/v1/users/{id}/second-factor")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
public class UserFactorResource {

    private final SecondFactors factors;
    private final CurrentActor actor;

    UserFactorResource(SecondFactors factors, CurrentActor actor) {
        this.factors = factors;
        this.actor = actor;
    }

    @DELETE
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.ADMINISTRATOR)
    @Refuses(ErrorCode.SECOND_FACTOR_STATE)
    @Operation(
            operationId = "turnOffUserSecondFactor",
            summary = "Turn off a user's two-step sign-in",
            description = "Administrators only. For users who have lost the authenticator and the recovery codes.")
    public RestResponse<Void> turnOff(@PathParam("id") Id id) {
        factors.turnOffFor(id.value(), actor.get());
        return RestResponse.noContent();
    }
}
