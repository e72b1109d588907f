package io.masthead.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.platform.signing.SigningKeys;
import io.masthead.testsupport.People;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with forged access tokens. */
@QuarkusTest
class AccessTokensTest {

    @Inject
    SigningKeys keys;

    private final People people = new People();

    private People.Person ada;
    private long sessionId;

    @BeforeEach
    void a_session() {
        ada = people.with(Role.ADMINISTRATOR);
        sessionId = ada.signsIn().sessionId();
    }

    @Test
    void a_token_made_as_ours_are_is_taken() throws Exception {
        assertThat(statusOf(signed(claims -> {}, jws -> {}))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "hs256",
                "rs256",
                "own-key",
                "empty-signature",
                "no-kid",
                "path-kid",
                "unknown-kid",
                "jwk",
                "jku",
                "x5u",
                "crit",
                "type",
                "no-type",
                "changed-payload",
                "garbage",
                "three-dots",
                "long"
            })
    void a_token_that_is_not_signed_by_us_as_we_sign_is_refused(String attack) throws Exception {
        assertThat(statusOf(forged(attack))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired",
                "not-before",
                "other-audience",
                "no-audience",
                "other-issuer",
                "no-expiry",
                "no-subject",
                "other-subject",
                "no-session",
                "unknown-session",
                "session-as-text"
            })
    void a_token_with_other_claims_is_refused(String fault) throws Exception {
        var now = NumericDate.now().getValue();
        Consumer<JwtClaims> change = claims -> {
            switch (fault) {
                case "expired" -> claims.setExpirationTime(NumericDate.fromSeconds(now - 61));
                case "not-before" -> claims.setNotBefore(NumericDate.fromSeconds(now + 300));
                case "other-audience" -> claims.setAudience("another-api");
                case "no-audience" -> claims.unsetClaim("aud");
                case "other-issuer" -> claims.setIssuer("https://issuer.example");
                case "no-expiry" -> claims.unsetClaim("exp");
                case "no-subject" -> claims.unsetClaim("sub");
                case "other-subject" -> claims.setSubject("1");
                case "no-session" -> claims.unsetClaim("sid");
                case "unknown-session" -> claims.setStringClaim("sid", "999999999");
                case "session-as-text" -> claims.setStringClaim("sid", "1 or 1=1");
                default -> throw new IllegalArgumentException(fault);
            }
        };

        assertThat(statusOf(signed(change, jws -> {}))).isEqualTo(401);
    }

    private String forged(String attack) throws Exception {
        var good = signed(claims -> {}, jws -> {});
        var parts = good.split("\\.", -1);
        return switch (attack) {
            case "none" ->
                base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid())) + "." + parts[1] + ".";
            case "hs256" ->
                with(
                        AlgorithmIdentifiers.HMAC_SHA256,
                        new HmacKey(keys.find(keys.signer().id(), Duration.ofHours(1))
                                .orElseThrow()
                                .publicKey()
                                .getEncoded()),
                        jws -> {});
            case "rs256" ->
                with(
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        RsaJwkGenerator.generateJwk(2048).getPrivateKey(),
                        jws -> {});
            case "own-key" -> with(ES256, anotherKey(), jws -> {});
            case "empty-signature" -> parts[0] + "." + parts[1] + ".";
            case "no-kid" -> signed(claims -> {}, jws -> jws.setHeader("kid", (String) null));
            case "path-kid" -> signed(claims -> {}, jws -> jws.setKeyIdHeaderValue("../../../dev/null"));
            case "unknown-kid" -> signed(claims -> {}, jws -> jws.setKeyIdHeaderValue("other"));
            case "jwk" -> {
                var own = KeyPairGenerator.getInstance("EC");
                own.initialize(new ECGenParameterSpec("secp256r1"));
                var pair = own.generateKeyPair();
                yield with(
                        ES256,
                        pair.getPrivate(),
                        jws -> jws.setHeader("jwk", Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA")));
            }
            case "jku", "x5u" -> with(ES256, anotherKey(), jws -> jws.setHeader(attack, "http://127.0.0.1:1/keys"));
            case "crit" ->
                signed(claims -> {}, jws -> {
                    jws.setCriticalHeaderNames("x-unknown");
                    jws.setHeader("x-unknown", "1");
                });
            case "type" -> signed(claims -> {}, jws -> jws.setHeader("typ", "JWT"));
            case "no-type" -> signed(claims -> {}, jws -> jws.setHeader("typ", (String) null));
            case "changed-payload" ->
                parts[0]
                        + "."
                        + base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                                .replace("masthead-api", "masthead-apj"))
                        + "."
                        + parts[2];
            case "garbage" -> "e30.e30.e30";
            case "three-dots" -> "...";
            case "long" -> good + "A".repeat(3_000);
            default -> throw new IllegalArgumentException(attack);
        };
    }

    private static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private String with(String algorithm, Key key, Consumer<JsonWebSignature> change) throws JoseException {
        return signed(claims -> {}, jws -> {
            jws.setAlgorithmHeaderValue(algorithm);
            jws.setKey(key);
            change.accept(jws);
        });
    }

    private String signed(Consumer<JwtClaims> claimed, Consumer<JsonWebSignature> change) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer("masthead");
        claims.setAudience("masthead-api");
        claims.setSubject(Long.toString(ada.id()));
        claims.setStringClaim("sid", Long.toString(sessionId));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claimed.accept(claims);
        var jws = new JsonWebSignature();
        jws.setHeader("typ", "at+jwt");
        jws.setKeyIdHeaderValue(kid());
        jws.setAlgorithmHeaderValue(ES256);
        jws.setKey(keys.signer().key());
        jws.setDoKeyValidation(false);
        jws.setPayload(claims.toJson());
        change.accept(jws);
        return jws.getCompactSerialization();
    }

    private int statusOf(String token) {
        return ada.asking(token).get("/api/v1/me").statusCode();
    }

    private String kid() {
        return keys.signer().id();
    }

    private static Key anotherKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
