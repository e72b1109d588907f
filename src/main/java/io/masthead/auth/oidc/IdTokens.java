package io.masthead.auth.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies ID tokens (OpenID Connect Core 1.0 section 3.1.3.7). */
@ApplicationScoped
class IdTokens {

    private static final int LEEWAY_SECONDS = 30;

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param keys the site's JWK set (RFC 7517)
     * @return the claims
     * @throws ProofRefusedException if a check fails
     * @throws ProviderFailedException if the JWK set is malformed
     */
    JsonObject verify(String idToken, SignInProvider provider, Endpoints endpoints, JsonObject keys, String nonce) {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(publicKeys(keys))
                .setExpectedIssuer(endpoints.issuer())
                .setExpectedAudience(provider.clientId())
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            var claims = new JsonObject(consumer.processToClaims(idToken).getRawJson());
            if (nonce.equals(claims.getValue("nonce")) && isForUs(claims, provider.clientId())) {
                return claims;
            }
        } catch (InvalidJwtException e) {
            throw new ProofRefusedException("its ID token is invalid");
        }
        throw new ProofRefusedException("its ID token was made for another client or sign-in");
    }

    private static JwksVerificationKeyResolver publicKeys(JsonObject keys) {
        try {
            var published = new JsonWebKeySet(keys.encode()).getJsonWebKeys();
            // A signature with a symmetric key that the site has published proves nothing.
            return new JwksVerificationKeyResolver(published.stream()
                    .filter(PublicJsonWebKey.class::isInstance)
                    .toList());
        } catch (JoseException | ClassCastException e) {
            throw new ProviderFailedException("its keys are malformed");
        }
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
