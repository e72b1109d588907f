package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.Refuses;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.masthead.user.credential.Device;
import io.masthead.user.session.Sessions;
import io.masthead.user.session.SignIns;
import io.masthead.user.session.SigningKeyRotation;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import io.masthead.web.CurrentClient;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sign-in, token refresh and sign-out. */
@Path("/api/v1/auth")
@Tag(name = "Auth", description = "Sign-in, token refresh and sign-out.")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    private static final String COOKIE = "The refresh token, if the client chose a cookie.";

    private final SignIns signIns;
    private final Sessions sessions;
    private final LoginRateLimiter attempts;
    private final SigningKeyRotation rotation;
    private final SignInResponses responses;
    private final SessionCookie cookie;
    private final CurrentClient client;
    private final CurrentActor actor;

    AuthResource(
            SignIns signIns,
            Sessions sessions,
            LoginRateLimiter attempts,
            SigningKeyRotation rotation,
            SignInResponses responses,
            SessionCookie cookie,
            CurrentClient client,
            CurrentActor actor) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.attempts = attempts;
        this.rotation = rotation;
        this.responses = responses;
        this.cookie = cookie;
        this.client = client;
        this.actor = actor;
    }

    @POST
    @PermitAll
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.CREDENTIALS_WRONG)
    @Operation(
            operationId = "login",
            summary = "Sign in with a password",
            description = "Opens a session with a short-lived access token and a refresh token. If the account has"
                    + " a second factor, the response is 202 with a challenge. Wrong passwords and unknown"
                    + " logins get the same response, and 429 after several attempts.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The password is correct; a second proof is required.",
            content = @Content(schema = @Schema(implementation = ChallengeJson.class)))
    public Response login(LoginInput input) {
        var wanted = input.checked();
        return responses.of(signIns.withPassword(wanted.login(), wanted.password(), device()), wanted.wantsCookie());
    }

    @POST
    @PermitAll
    @Path("second-factor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.CREDENTIALS_WRONG)
    @Operation(
            operationId = "answerChallenge",
            summary = "Finish a two-step sign-in",
            description = "Takes a code of the authenticator or a recovery code. After a wrong code, the same"
                    + " challenge can be used again for a short time.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInJson.class)))
    public Response answerChallenge(SecondFactorInput input) {
        var wanted = input.checked();
        return responses.of(
                signIns.withSecondFactor(wanted.challenge(), wanted.code(), device()), wanted.wantsCookie());
    }

    @POST
    @PermitAll
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Refuses({ErrorCode.CREDENTIALS_WRONG, ErrorCode.FORBIDDEN})
    @Operation(
            operationId = "refresh",
            summary = "Refresh the access token",
            description = "Replaces the refresh token. For 30 seconds the old token returns the same new one, so"
                    + " that two tabs can refresh at once. Using the old token later ends the session, since it"
                    + " may be stolen. Without a token in the body, the cookie is used.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SignedInJson.class)))
    public Response refresh(
            @Parameter(description = COOKIE, schema = @Schema(maxLength = RefreshInput.MAX_TOKEN), example = "mh_ref_…")
                    @CookieParam(SessionCookie.NAME)
                    String kept,
            RefreshInput input) {
        var byCookie = input.refreshToken() == null;
        var token = token(input, kept);
        return responses.of(
                attempts.counting(AttemptKind.REFRESH, client.address(), () -> sessions.refresh(token, device())),
                byCookie);
    }

    @POST
    @PermitAll
    @Path("logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Refuses(ErrorCode.FORBIDDEN)
    @Operation(
            operationId = "logout",
            summary = "Sign out",
            description = "Ends the session of the refresh token, used or not, and invalidates its access token. An"
                    + " unknown token gets the same response.")
    @APIResponse(responseCode = "204")
    public RestResponse<Void> logout(
            @Parameter(description = COOKIE, schema = @Schema(maxLength = RefreshInput.MAX_TOKEN), example = "mh_ref_…")
                    @CookieParam(SessionCookie.NAME)
                    String kept,
            RefreshInput input) {
        sessions.end(token(input, kept));
        var answer = RestResponse.ResponseBuilder.<Void>noContent();
        return input.refreshToken() == null
                ? answer.header(HttpHeaders.SET_COOKIE, cookie.expired()).build()
                : answer.build();
    }

    @POST
    @Authenticated
    @Path("rotate-keys")
    @Produces(MediaType.WILDCARD)
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "rotateKeys",
            summary = "Rotate the signing key of access tokens",
            description = "Administrators only. Tokens signed with the old key stay valid until they expire.")
    public RestResponse<Void> rotateKeys() {
        rotation.rotate(actor.get());
        return RestResponse.noContent();
    }

    private String token(RefreshInput input, String kept) {
        if (input.refreshToken() != null) {
            return input.refreshToken();
        }
        if (kept == null) {
            throw CmsException.field(
                    "refreshToken", "required", "'refreshToken' or the cookie " + SessionCookie.NAME + " is required.");
        }
        cookie.requireAllowedPage();
        return kept;
    }

    private Device device() {
        return new Device(client.address(), client.userAgent());
    }
}
