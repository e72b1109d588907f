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

/** Password resets. */
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
            description = "The link is valid once and for 10 minutes. The response is the same whether or not an"
                    + " account has the address. 409 if the site sends no mail.")
    @APIResponse(responseCode = "204", description = "A mail is sent if an account has the address.")
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
            description = "Takes the token from the mail. Ends all sessions of the account; then sign in with the"
                    + " new password.")
    @APIResponse(responseCode = "204", description = "The password is set and all sessions have ended.")
    public RestResponse<Void> confirm(ResetInput input) {
        var wanted = input.checked();
        reset.confirm(wanted.token(), wanted.password());
        return RestResponse.noContent();
    }
}
