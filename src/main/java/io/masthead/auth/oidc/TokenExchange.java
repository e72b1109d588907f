package io.masthead.auth.oidc;

import io.masthead.user.social.ExternalIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.logging.Logger;

/** Exchanges a code for the identity of the user at a site, within five seconds in total. */
@ApplicationScoped
class TokenExchange {

    private static final Logger LOG = Logger.getLogger(TokenExchange.class);
    private static final long TOTAL_MILLIS = 5_000;

    /** Errors due to Masthead's configuration, not to the user; the second one is GitHub's. */
    private static final Set<String> OPERATORS_FAULTS =
            Set.of("invalid_client", "incorrect_client_credentials", "unauthorized_client", "redirect_uri_mismatch");

    private final ProviderCalls calls;
    private final IdTokens idTokens;

    TokenExchange(ProviderCalls calls, IdTokens idTokens) {
        this.calls = calls;
        this.idTokens = idTokens;
    }

    /**
     * Exchanges the code of the callback (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
     *
     * @throws ProofRefusedException if code, verifier and nonce do not belong together
     * @throws ProviderFailedException if the site does not answer correctly
     */
    @Timeout(TOTAL_MILLIS)
    ExternalIdentity identity(
            SignInProvider provider,
            Endpoints endpoints,
            String code,
            String redirectUrl,
            String verifier,
            String nonce) {
        var tokens = tokens(provider, endpoints, code, redirectUrl, verifier);
        var profile = endpoints.isOpenIdConnect()
                ? openIdConnect(provider, endpoints, tokens, nonce)
                : oauth(provider, endpoints, tokens);
        var subject = profile.subject();
        if (subject == null
                || subject.isBlank()
                || subject.length() > ExternalIdentity.MAX_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new ProviderFailedException("the response has no subject");
        }
        return new ExternalIdentity(
                provider.name(),
                endpoints.issuer(),
                subject,
                profile.verifiedEmail(),
                profile.name(),
                profile.accountName());
    }

    private JsonObject tokens(
            SignInProvider provider, Endpoints endpoints, String code, String redirectUrl, String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUrl);
        form.put("code_verifier", verifier);
        String authorization = null;
        if (provider.clientSecret() != null && endpoints.basic()) {
            authorization = basic(provider);
        } else {
            form.put("client_id", provider.clientId());
            if (provider.clientSecret() != null) {
                form.put("client_secret", provider.clientSecret());
            }
        }
        var answer = calls.post(endpoints.token(), authorization, form);
        // GitHub refuses with status 200.
        if (Profile.text(answer, "access_token") != null) {
            return answer;
        }
        var error = answer.getValue("error");
        if (error instanceof String word && OPERATORS_FAULTS.contains(word)) {
            LOG.warnf(
                    "Signing in by %s does not work: the site refuses Masthead's own credentials (%s)",
                    provider.name(), word);
            throw new ProviderFailedException("it refuses Masthead's credentials");
        }
        throw new ProofRefusedException("it refuses the code");
    }

    private Profile openIdConnect(SignInProvider provider, Endpoints endpoints, JsonObject tokens, String nonce) {
        var idToken = Profile.text(tokens, "id_token");
        if (idToken == null) {
            throw new ProviderFailedException("it sends no ID token");
        }
        // Requested each time, so that new keys need no cache rule.
        var keys = calls.get(endpoints.keys(), null);
        var claims = idTokens.verify(idToken, provider, endpoints, keys, nonce);
        if (claims.containsKey("email") || endpoints.user() == null) {
            return Profile.ofClaims(claims);
        }
        var user = calls.get(endpoints.user(), Profile.text(tokens, "access_token"));
        // Section 5.3.2: otherwise it could belong to another user.
        return claims.getValue("sub").equals(user.getValue("sub")) ? Profile.ofClaims(user) : Profile.ofClaims(claims);
    }

    private Profile oauth(SignInProvider provider, Endpoints endpoints, JsonObject tokens) {
        var accessToken = Profile.text(tokens, "access_token");
        try {
            return provider.preset()
                    .read(
                            calls.get(endpoints.user(), accessToken),
                            endpoints.emails() == null ? new JsonArray() : calls.list(endpoints.emails(), accessToken));
        } catch (ClassCastException e) {
            throw new ProviderFailedException("the response has an unknown format");
        }
    }

    /** RFC 6749 section 2.3.1: both parts are form-encoded first. */
    private static String basic(SignInProvider provider) {
        var both = ProviderCalls.encoded(provider.clientId()) + ":" + ProviderCalls.encoded(provider.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
