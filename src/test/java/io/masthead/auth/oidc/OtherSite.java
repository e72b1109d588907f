package io.masthead.auth.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import io.masthead.testsupport.Blog;
import io.masthead.user.social.CodeChallenge;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A site with OpenID Connect, as strict as a real one: it issues tokens for a code only with the matching PKCE
 * verifier, redirect URI and client secret.
 */
final class OtherSite implements AutoCloseable {

    /** Keys of closed sites: generating a key takes longer than a test, and two open sites share none. */
    private static final Queue<RsaJsonWebKey> KEYS = new ConcurrentLinkedQueue<>();

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final RsaJsonWebKey key;

    OtherSite() {
        var known = KEYS.poll();
        key = known == null ? newKey("its-key") : known;
        server.start();
        server.stubFor(post(urlPathEqualTo("/token"))
                .atPriority(9)
                .willReturn(okJson("{\"error\": \"invalid_grant\"}").withStatus(400)));
        publish(JsonObject.of("keys", JsonArray.of(new JsonObject(key.toJson()))));
        describe(JsonObject.of());
    }

    /** Publishes this as its JWK set. */
    void publish(JsonObject keys) {
        server.stubFor(get(urlPathEqualTo("/keys")).willReturn(okJson(keys.encode())));
    }

    String issuer() {
        return "http://localhost:" + server.port();
    }

    WireMockServer server() {
        return server;
    }

    /** Publishes its discovery document, with these changes. */
    void describe(JsonObject differences) {
        server.stubFor(get(urlPathEqualTo("/.well-known/openid-configuration"))
                .willReturn(okJson(JsonObject.of(
                                "issuer",
                                issuer(),
                                "authorization_endpoint",
                                issuer() + "/authorize",
                                "token_endpoint",
                                issuer() + "/token",
                                "jwks_uri",
                                issuer() + "/keys")
                        .mergeIn(differences)
                        .encode())));
    }

    /** The claims of a valid ID token. */
    JsonObject claims(Map<String, String> asked, String subject) {
        var now = Instant.now().getEpochSecond();
        return JsonObject.of(
                "iss",
                issuer(),
                "aud",
                asked.get("client_id"),
                "sub",
                subject,
                "nonce",
                asked.get("nonce"),
                "iat",
                now,
                "exp",
                now + 300);
    }

    String signed(JsonObject claims) {
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key);
    }

    static String signed(JsonObject claims, String algorithm, PublicJsonWebKey key) {
        try {
            var token = new JsonWebSignature();
            token.setPayload(claims.encode());
            token.setAlgorithmHeaderValue(algorithm);
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setKey(key.getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another key with the id of this site's key. */
    static RsaJsonWebKey newKey(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** Signs a user in, and returns the code for the callback. */
    String grant(Map<String, String> asked, JsonObject claims) {
        return grant(asked, okJson(tokens(signed(claims))));
    }

    /** As {@link #grant(Map, JsonObject)}, with a custom response. */
    String grant(Map<String, String> asked, ResponseDefinitionBuilder answer) {
        var code = Blog.unique("code");
        server.stubFor(any(urlPathEqualTo("/token"))
                .atPriority(1)
                .andMatching(request -> MatchResult.of(fits(request, code, asked)))
                .willReturn(answer));
        return code;
    }

    static String tokens(String idToken) {
        return JsonObject.of(
                        "access_token", "its-access-token",
                        "token_type", "Bearer",
                        "id_token", idToken)
                .encode();
    }

    /** Delays every response by this time. */
    void slowDown(int millis) {
        server.setGlobalFixedDelay(millis);
    }

    @Override
    public void close() {
        if (server.isRunning()) {
            server.stop();
            KEYS.add(key);
        }
    }

    private static boolean fits(Request request, String code, Map<String, String> asked) {
        var form = form(request.getBodyAsString());
        var client = Base64.getEncoder()
                .encodeToString((SwitchedSites.CLIENT + ":s3cret-of-masthead%21").getBytes(StandardCharsets.UTF_8));
        return code.equals(form.get("code"))
                && "authorization_code".equals(form.get("grant_type"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && form.containsKey("code_verifier")
                && asked.get("code_challenge").equals(CodeChallenge.of(form.get("code_verifier")))
                && ("Basic " + client).equals(request.getHeader("Authorization"));
    }

    /** The fields of a form, or the parameters of a URL. */
    static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    static ResponseDefinitionBuilder broken() {
        return aResponse().withStatus(500).withBody("{}");
    }
}
