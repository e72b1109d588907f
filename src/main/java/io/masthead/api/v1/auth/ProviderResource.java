package io.masthead.api.v1.auth;

import io.masthead.api.v1.http.AcceptsUnknownParameters;
import io.masthead.api.v1.http.ListJson;
import io.masthead.auth.oidc.CallbackParams;
import io.masthead.auth.oidc.Redirect;
import io.masthead.auth.oidc.SignInFlow;
import io.masthead.auth.oidc.SignInProviders;
import io.masthead.user.social.CodeChallenge;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** External sign-in: the requests of the browser. */
@Path("/api/v1/auth/providers")
@Tag(name = "External sign-in", description = "Sign-in with an external account.")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {

    private final SignInProviders providers;
    private final SignInFlow flow;

    ProviderResource(SignInProviders providers, SignInFlow flow) {
        this.providers = providers;
        this.flow = flow;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listProviders",
            summary = "List the external sign-in providers",
            description = "Sorted by name; empty if none is configured.")
    public ListJson<ProviderJson> list() {
        return ListJson.of(providers.all(), provider -> ProviderJson.of(provider, providers.startUrl(provider.name())));
    }

    @GET
    @PermitAll
    @Path("{name}/start")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "startSignIn",
            summary = "Start an external sign-in",
            description = "For browsers, not for scripts. The browser returns to 'returnTo' with 'code', which"
                    + " 'auth/exchange' accepts for one minute, or with 'error': 'access_denied',"
                    + " 'account_exists', 'no_account' or 'sign_in_failed'.")
    @APIResponse(
            responseCode = "302",
            description = "Redirects to the provider and sets a cookie for the callback.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The redirect target.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri")))
    public RestResponse<Void> start(
            @Parameter(
                            description = "The 'name' of the provider.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20, examples = "google"))
                    @PathParam("name")
                    String name,
            @Parameter(
                            description = "The URL to which the browser returns; the site must allow it.",
                            required = true,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = 1_000,
                                            examples = "https://news.example/signed-in"))
                    @QueryParam("returnTo")
                    String returnTo,
            @Parameter(
                            description =
                                    "The PKCE code challenge (RFC 7636, S256): the base64url of the SHA-256 of the verifier,"
                                            + " a random text of 43 to 128 letters, digits, '-', '.', '_' and '~'. The front end keeps"
                                            + " the verifier and needs it to exchange the code.",
                            required = true,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^" + CodeChallenge.FORMAT + "$",
                                            examples = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                    @QueryParam("challenge")
                    String challenge,
            @Parameter(
                            description = "A ticket from 'me/identities', to link the external account to your own.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200, examples = "mh_lnk_…"))
                    @QueryParam("ticket")
                    String ticket) {
        return redirect(flow.start(name, returnTo, challenge, ticket));
    }

    @GET
    @PermitAll
    @AcceptsUnknownParameters
    @Path("{name}/callback")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "finishSignIn",
            summary = "Finish an external sign-in (redirect URI)",
            description = "The redirect URI to register with the provider (RFC 6749 section 4.1.2). A request that"
                    + " belongs to no sign-in of this browser is refused with 400, without a redirect.")
    @APIResponse(
            responseCode = "302",
            description = "Redirects to 'returnTo' of the sign-in, with 'code' or 'error'.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The redirect target.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri")))
    public RestResponse<Void> callback(
            @Parameter(
                            description = "The 'name' of the provider.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 20, examples = "google"))
                    @PathParam("name")
                    String name,
            @Parameter(
                            description = "The state that was sent to the provider.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200, examples = "mh_sta_…"))
                    @QueryParam("state")
                    String state,
            @Parameter(
                            description = "The authorization code of the provider.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = SignInFlow.MAX_CODE_LENGTH,
                                            examples = "4/0AX4XfWh"))
                    @QueryParam("code")
                    String code,
            @Parameter(
                            description = "The reason for a missing code.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200, examples = "access_denied"))
                    @QueryParam("error")
                    String error,
            @Parameter(
                            description = "The issuer (RFC 9207).",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = 200,
                                            examples = "https://accounts.google.com"))
                    @QueryParam("iss")
                    String issuer,
            @Context HttpHeaders headers) {
        return redirect(flow.finish(
                name,
                new CallbackParams(state, code, error, issuer),
                cookie -> value(headers.getCookies().get(cookie))));
    }

    private static String value(Cookie cookie) {
        return cookie == null ? null : cookie.getValue();
    }

    private static RestResponse<Void> redirect(Redirect redirect) {
        var answer = RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .header(HttpHeaders.LOCATION, redirect.location())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (redirect.cookieName() != null) {
            answer.cookie(cookie(redirect));
        }
        return answer.build();
    }

    private static NewCookie cookie(Redirect redirect) {
        var kept = redirect.cookieValue() != null;
        return new NewCookie.Builder(redirect.cookieName())
                .value(kept ? redirect.cookieValue() : "")
                .maxAge(kept ? (int) SignInFlow.LIFETIME.toSeconds() : 0)
                .path("/")
                .secure(true)
                .httpOnly(true)
                // The other site sends the browser back by a link, with which Lax ones go along.
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
