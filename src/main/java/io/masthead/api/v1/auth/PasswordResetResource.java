package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.Refuses;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.recovery.PasswordReset;
import io.masthead.web.CurrentClient;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** New passwords for who has lost theirs. */
@Path("/api/v1/auth/password-reset")
@Tag(name = "Auth")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {

    private final PasswordReset reset;
    private final CurrentClient client;

    PasswordResetResource(PasswordReset reset, CurrentClient client) {
        this.reset = reset;
        this.client = client;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Refuses(ErrorCode.MAIL_NOT_CONFIGURED)
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Request a password reset by e-mail",
            description = "It serves once, within 10 minutes. The answer is the same whether the address"
                    + " has an account or not; 409 where this site sends no mail.")
    @APIResponse(responseCode = "204", description = "If there is such an account, a mail goes out.")
    public RestResponse<Void> request(ResetRequestInput input) {
        reset.request(input.checked(), client.address());
        return RestResponse.noContent();
    }

    @POST
    @PermitAll
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "confirmPasswordReset",
            summary = "Set a new password with a reset token",
            description = "By the token of the link. Ends every session of the account; sign in with the"
                    + " new password then.")
    @APIResponse(responseCode = "204", description = "It is set, and every session has ended.")
    public RestResponse<Void> confirm(ResetInput input) {
        var wanted = input.checked();
        reset.confirm(wanted.token(), wanted.password());
        return RestResponse.noContent();
    }
}
