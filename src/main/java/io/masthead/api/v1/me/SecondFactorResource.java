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
            description = "Requires a sign-in. Includes the number of unused recovery codes.")
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
            description = "Requires the current password. Returns the TOTP secret (RFC 6238). The second factor is"
                    + " on after a code has been confirmed.")
    public EnrolmentJson begin(CurrentPasswordInput input) {
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
            description = "Takes a code of the authenticator. From then on, sign-ins require a code. Returns"
                    + " recovery codes, which are not shown again.")
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
            description = "Earlier recovery codes become invalid.")
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
            description = "Requires a code of the authenticator or a recovery code.")
    public RestResponse<Void> turnOff(CodeInput input) {
        factors.turnOff(input.checked(), client.address(), actor.get());
        return RestResponse.noContent();
    }
}
