package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.Refuses;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.credential.Device;
import io.masthead.user.social.SocialLoginService;
import io.masthead.web.CurrentClient;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** External sign-in: the requests of the front end. */
@Path("/api/v1/auth")
@Tag(name = "External sign-in", description = "Sign-in with an external account.")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeResource {

    private final SocialLoginService signIns;
    private final SignInResponses responses;
    private final CurrentClient client;

    ExchangeResource(SocialLoginService signIns, SignInResponses responses, CurrentClient client) {
        this.signIns = signIns;
        this.responses = responses;
        this.client = client;
    }

    @POST
    @PermitAll
    @Path("exchange")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.CREDENTIALS_WRONG)
    @Operation(
            operationId = "exchangeSignIn",
            summary = "Exchange the code of an external sign-in for a session",
            description = "The code is valid once and for one minute. The response is that of a login. If the"
                    + " external e-mail address belongs to a local account that can do more than read, the"
                    + " response is a challenge for the password of that account; send it to 'auth/link'.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The external account is verified; a second proof is required.",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response exchange(ExchangeInput input) {
        var wanted = input.checked();
        return responses.of(signIns.exchange(wanted.code(), wanted.verifier(), device()), wanted.wantsCookie());
    }

    @POST
    @PermitAll
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.CREDENTIALS_WRONG)
    @Operation(
            operationId = "linkSignIn",
            summary = "Link an external account by password",
            description = "The response is that of a login.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The password is correct; a second proof is required.",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response link(LinkInput input) {
        var wanted = input.checked();
        return responses.of(signIns.link(wanted.challenge(), wanted.password(), device()), wanted.wantsCookie());
    }

    private Device device() {
        return new Device(client.address(), client.userAgent());
    }
}
