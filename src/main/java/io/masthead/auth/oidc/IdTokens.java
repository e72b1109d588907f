package io.masthead.auth.oidc;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.JsonWebKeySet;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Verifies ID tokens (OpenID Connect Core 1.0 section 3.1.3.7) as Quarkus does: signature by one of the site's
 * public keys, issuer, audience, nonce and expiry.
 */
@ApplicationScoped
class IdTokens {

    private static final int LEEWAY_SECONDS = 30;

    /**
     * @param keys the site's JWK set (RFC 7517)
     * @return the claims
     * @throws ProofRefusedException if a check fails
     */
    JsonObject verify(String idToken, SignInProvider provider, Endpoints endpoints, JsonObject keys, String nonce) {
        var config = OidcTenantConfig.builder()
                .clientId(provider.clientId())
                .token()
                .issuer(endpoints.issuer())
                .lifespanGrace(LEEWAY_SECONDS)
                .end()
                .build();
        try (var verifier = new OidcProvider(null, config, new JsonWebKeySet(keys.encode()))) {
            verifier.verifyJwtToken(idToken, true, true, nonce);
        } catch (InvalidJwtException e) {
            throw new ProofRefusedException("its ID token is invalid");
        } catch (OIDCException e) {
            throw new ProviderFailedException("its keys are malformed");
        }
        var claims = OidcUtils.decodeJwtContent(idToken);
        if (!isForUs(claims, provider.clientId())) {
            throw new ProofRefusedException("its ID token was made for another client");
        }
        return claims;
    }

    /** Rules 4 and 5: a token with several audiences must name us as authorized party. */
    private static boolean isForUs(JsonObject claims, String clientId) {
        var party = claims.getValue("azp");
        if (party != null) {
            return clientId.equals(party);
        }
        return !(claims.getValue("aud") instanceof JsonArray audience) || audience.size() == 1;
    }
}
