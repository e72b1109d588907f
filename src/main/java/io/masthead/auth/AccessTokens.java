package io.masthead.auth;

import io.masthead.platform.signing.AccessKey;
import io.masthead.platform.signing.SigningKeys;
import io.masthead.user.session.Session;
import io.masthead.user.session.SessionConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Access tokens: short-lived JWTs (RFC 7519, in the profile of RFC 9068) for a session. Algorithm, type, issuer
 * and audience are fixed; a token only selects one of our own keys by its id. The user's rights are not in the
 * token, so that changes take effect.
 */
@Singleton
public class AccessTokens {

    private static final String ISSUER = "masthead";
    private static final String AUDIENCE = "masthead-api";
    private static final String TYPE = "at+jwt";
    private static final String SESSION = "sid";
    private static final int MAX_LENGTH = 2_000;

    /** Nodes adopt a new key within seconds, and their clocks may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Pattern SESSION_ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final SigningKeys keys;
    private final SessionConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SessionConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** How long a token is valid. */
    public Duration lifetime() {
        return config.accessToken();
    }

    /** A token for this session. */
    public String issue(Session session) {
        var signer = keys.signer();
        var now = clock.instant();
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(session.user().id().toString())
                .claim(SESSION, session.id().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime()))
                .jws()
                .header("typ", TYPE)
                .keyId(signer.id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(signer.key());
    }

    /** The content of a token: the user and the session. */
    record Claims(long sessionId, String subject) {}

    /** The content of a token; empty if it is not ours, or not valid now. */
    Optional<Claims> read(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(true, ISSUER)
                .setExpectedAudience(true, AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                .setVerificationKeyResolver(this::keyOf)
                .build();
        try {
            var claims = consumer.processToClaims(token);
            var subject = claims.getSubject();
            return Optional.ofNullable(claims.getClaimValue(SESSION, String.class))
                    .filter(id -> SESSION_ID.matcher(id).matches())
                    .map(id -> new Claims(Long.parseLong(id), subject));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private Key keyOf(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return Optional.ofNullable(signature.getKeyIdHeaderValue())
                .flatMap(id -> keys.find(id, lifetime().plus(CLOCKS_DIFFER)))
                .map(AccessKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"));
    }
}
