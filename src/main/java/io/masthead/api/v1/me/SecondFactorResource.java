package io.masthead.api.v1.me;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Refuses;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.session.SecondFactors;
import io.masthead.web.CurrentClient;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own authenticator. */
@Path("/api/v1/me/second-factor")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    private final SecondFactors factors;
    private final CurrentClient client;
    private final CurrentActor actor;

    SecondFactorResource(SecondFactors factors, CurrentClient client, CurrentActor actor) {
        this.factors = factors;
        this.client = client;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Operation(
            operationId = "getMySecondFactor",
            summary = "Get your two-step sign-in status",
            description = "And how many recovery codes are left. Not by a token.")
    public SecondFactorJson get() {
        return SecondFactorJson.of(factors.state(actor.get()));
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.SECOND_FACTOR_STATE)
    @Operation(
            operationId = "beginMySecondFactor",
            summary = "Start setting up an authenticator",
            description = "Answers what the authenticator needs (RFC 6238). Sign-ins ask for it once a"
                    + " code of it has been confirmed. Takes the password once more.")
    public EnrolmentJson begin(PresentPasswordInput input) {
        return EnrolmentJson.of(factors.begin(input.currentPassword(), client.address(), actor.get()));
    }

    @POST
    @Authenticated
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.SECOND_FACTOR_STATE)
    @Operation(
            operationId = "confirmMySecondFactor",
            summary = "Turn on two-step sign-in",
            description = "By a code that it shows. From then on sign-ins ask for one. Answers recovery"
                    + " codes, which are never shown again.")
    public RecoveryCodesJson confirm(CodeInput input) {
        return new RecoveryCodesJson(factors.confirm(input.checked(), actor.get()));
    }

    @POST
    @Authenticated
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.SECOND_FACTOR_STATE)
    @Operation(
            operationId = "renewMyRecoveryCodes",
            summary = "Create new recovery codes",
            description = "All earlier ones serve no more.")
    public RecoveryCodesJson renewCodes(CodeInput input) {
        return new RecoveryCodesJson(factors.renewRecoveryCodes(input.checked(), client.address(), actor.get()));
    }

    @POST
    @Authenticated
    @Path("turn-off")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.ACCOUNT, role = Role.SUBSCRIBER)
    @Refuses(ErrorCode.SECOND_FACTOR_STATE)
    @Operation(
            operationId = "turnOffMySecondFactor",
            summary = "Turn off two-step sign-in",
            description = "By a code, so that a session alone cannot do it.")
    public RestResponse<Void> turnOff(CodeInput input) {
        factors.turnOff(input.checked(), client.address(), actor.get());
        return RestResponse.noContent();
    }
}
