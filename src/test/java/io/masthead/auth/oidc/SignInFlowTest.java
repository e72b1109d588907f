package io.masthead.auth.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.TestClock;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInFlowTest {

    private static final String SITE = "site";

    @Inject
    SwitchedSites sites;

    private final TestClock clock = new TestClock();

    @Inject
    EntityManager entities;

    private OtherSite site;
    private final Browser browser = new Browser();
    private final String subject = Blog.unique("subject");

    @BeforeEach
    void a_site_to_sign_in_by() {
        site = new OtherSite();
        sites.add(SITE, site.issuer());
    }

    @AfterEach
    void put_back() {
        clock.putRight();
        sites.putBack();
        site.close();
    }

    // --- Success --------------------------------------------------------------------

    @Test
    void front_ends_learn_by_which_sites_people_sign_in() {
        sites.addPreset("octocat", "github");

        given().get("/api/v1/auth/providers")
                .then()
                .statusCode(200)
                .body("items.name", contains("octocat", SITE))
                .body("items.label", contains("GitHub", SITE))
                .body("items[0].url", is(SwitchedSites.BASE + "/api/v1/auth/providers/octocat/start"))
                .body("items[0].clientId", nullValue());
    }

    @Test
    void an_unconfigured_site_is_not_found() {
        browser.tryToStart("nowhere", Map.of()).then().statusCode(404).body("code", is("provider_not_found"));
        browser.comeBack("nowhere", Map.of("state", "x")).then().statusCode(404);
    }

    @Test
    void a_user_from_the_site_gets_a_session() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims("name", "Ada Quill")));
        var signedIn = browser.exchange(back);

        signedIn.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("refreshToken", startsWith("mh_ref_"));
        given().auth()
                .oauth2(signedIn.path("accessToken"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("name", is("Ada Quill"))
                .body("role", is("subscriber"))
                .body("login", startsWith("reader-"))
                .body("email", nullValue());
    }

    @Test
    void the_same_account_elsewhere_is_the_same_account_here() {
        var first = signIn(subject);
        var second = signIn(subject);
        var another = signIn(subject + "2");

        assertThat(second).isEqualTo(first).isNotEqualTo(another);
    }

    @Test
    void the_site_is_asked_for_a_code_with_all_that_ties_it_to_the_browser() {
        var start = browser.tryToStart(SITE, Map.of());
        var asked = OtherSite.form(URI.create(start.header("Location")).getRawQuery());

        start.then().statusCode(302).header("Cache-Control", "no-store");
        assertThat(start.header("Location")).startsWith(site.issuer() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", SwitchedSites.CLIENT)
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", SwitchedSites.BASE + "/api/v1/auth/providers/site/callback")
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(start.header("Set-Cookie"))
                .startsWith("__Host-sign-in-")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600")
                .doesNotContain("Domain", asked.get("nonce"), asked.get("code_challenge"));
    }

    @Test
    void nothing_remains_in_the_browser() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));

        back.then().header("Cache-Control", "no-store");
        assertThat(back.getDetailedCookies().asList()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).startsWith("__Host-sign-in-");
            assertThat(cookie.getMaxAge()).isZero();
        });
        assertThat(browser.exchange(back).getDetailedCookies().asList()).isEmpty();
    }

    @Test
    void two_sign_ins_can_run_in_one_browser() {
        browser.start(SITE);
        var first = browser.asked();
        browser.start(SITE);
        var second = browser.comeBack(SITE, site.grant(browser.asked(), claims()));
        var claims = site.claims(first, subject);
        var late = browser.comeBack(SITE, Map.of("state", first.get("state"), "code", site.grant(first, claims)));

        browser.exchange(second).then().statusCode(200);
        browser.exchange(late).then().statusCode(200);
    }

    @Test
    void the_refresh_token_can_come_as_a_cookie() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));
        var code = Browser.parameters(back).get("code");

        given().contentType("application/json")
                .body(Map.of("code", code, "verifier", browser.verifier(), "cookie", true))
                .post("/api/v1/auth/exchange")
                .then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header("Set-Cookie", startsWith("__Host-"));
    }

    @Test
    void parameters_that_the_site_adds_are_no_reason_to_refuse() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        var back = browser.comeBack(
                SITE,
                Map.of("state", browser.state(), "code", code, "iss", site.issuer(), "session_state", "1", "hd", ""));

        browser.exchange(back).then().statusCode(200);
    }

    @Test
    void claims_missing_in_the_token_are_read_from_the_user_endpoint() {
        var other = new OtherSite();
        try (other) {
            other.describe(JsonObject.of("userinfo_endpoint", other.issuer() + "/user"));
            sites.add("thin", other.issuer());
            var email = subject + "@example.org";
            other.server()
                    .stubFor(WireMock.get("/user")
                            .withHeader("Authorization", WireMock.equalTo("Bearer its-access-token"))
                            .willReturn(okJson(JsonObject.of("sub", subject, "email", email, "email_verified", true)
                                    .encode())));
            browser.start("thin");
            var code = other.grant(browser.asked(), other.claims(browser.asked(), subject));
            var signedIn = browser.exchange(browser.comeBack("thin", code));

            given().auth()
                    .oauth2(signedIn.path("accessToken"))
                    .get("/api/v1/me")
                    .then()
                    .body("email", is(email));
        }
    }

    static Stream<Arguments> keyPairs() throws JoseException {
        return Stream.of(
                Arguments.of(AlgorithmIdentifiers.RSA_PSS_USING_SHA256, OtherSite.newKey("new-key")),
                Arguments.of(
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                Arguments.of(
                        AlgorithmIdentifiers.EDDSA,
                        OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyPairs")
    void a_site_can_sign_with_any_key_pair_that_it_publishes(String algorithm, PublicJsonWebKey key) {
        key.setKeyId("new-key");
        site.publish(
                JsonObject.of("keys", JsonArray.of(new JsonObject(site.key().toJson()), new JsonObject(key.toJson()))));
        browser.start(SITE);
        var token = OtherSite.signed(claims(), algorithm, key);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), okJson(OtherSite.tokens(token))));

        browser.exchange(back).then().statusCode(200);
    }

    // --- Callbacks that do not belong to a sign-in of this browser -------------------------------------

    @Test
    void no_state_and_a_forged_one_lead_nowhere() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());

        refused(browser.comeBack(SITE, Map.of("code", code)));
        refused(browser.comeBack(SITE, Map.of("code", code, "state", "")));
        refused(browser.comeBack(SITE, Map.of("code", code, "state", "x' or '1'='1")));
        refused(browser.comeBack(SITE, Map.of("code", code, "state", browser.state() + "0")));
        refused(browser.comeBack(SITE, Map.of("code", code, "state", SecretFormat.STATE.generate())));
        refused(browser.comeBack(SITE, Map.of("error", "access_denied")));
    }

    @Test
    void another_browser_cannot_finish() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        browser.forgetCookies();

        refused(browser.comeBack(SITE, code));
    }

    @Test
    void the_cookie_of_another_sign_in_does_not_help() {
        var victim = new Browser().start(SITE);
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        victim.takeCookiesOf(new Browser().start(SITE));

        refused(victim.comeBack(SITE, Map.of("state", browser.state(), "code", code)));
    }

    @Test
    void a_forged_cookie_is_found_out_before_the_site_is_asked() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        browser.forgeCookies("x".repeat(43));

        refused(browser.comeBack(SITE, code));
        site.server().verify(0, WireMock.postRequestedFor(WireMock.urlPathEqualTo("/token")));
    }

    @Test
    void a_state_is_valid_once() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        var kept = new Browser();
        kept.takeCookiesOf(browser);

        browser.comeBack(SITE, code).then().statusCode(302);
        refused(kept.comeBack(SITE, Map.of("state", browser.state(), "code", code)));
    }

    @Test
    void a_state_is_good_for_ten_minutes() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        clock.putForward(Duration.ofMinutes(11));

        refused(browser.comeBack(SITE, code));
    }

    @Test
    void a_state_is_good_for_the_site_it_was_made_for() {
        try (var other = new OtherSite()) {
            sites.add("other", other.issuer());
            browser.start(SITE);

            refused(browser.comeBack("other", site.grant(browser.asked(), claims())));
        }
    }

    @Test
    void a_code_that_was_got_by_another_sign_in_is_refused_for_want_of_its_pkce_verifier() {
        var attacker = new Browser().start(SITE);
        var planted = site.grant(attacker.asked(), site.claims(attacker.asked(), subject));
        browser.start(SITE);

        refused(browser.comeBack(SITE, planted));
    }

    @Test
    void a_code_of_another_site_is_refused() {
        try (var other = new OtherSite()) {
            sites.add("other", other.issuer());
            var elsewhere = new Browser().start("other");
            var code = other.grant(elsewhere.asked(), other.claims(elsewhere.asked(), subject));
            browser.start(SITE);

            refused(browser.comeBack(SITE, code));
        }
    }

    @Test
    void an_answer_that_says_to_come_from_another_site_is_refused() {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());

        refused(browser.comeBack(SITE, Map.of("state", browser.state(), "code", code, "iss", "https://evil.example")));
        assertThat(site.server().findAllUnmatchedRequests()).isEmpty();
    }

    @Test
    void a_site_that_declares_the_iss_parameter_must_send_it() {
        try (var other = new OtherSite()) {
            other.describe(JsonObject.of("authorization_response_iss_parameter_supported", true));
            sites.add("other", other.issuer());
            browser.start("other");
            var code = other.grant(browser.asked(), other.claims(browser.asked(), subject));

            refused(browser.comeBack("other", code));
        }
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("nonce of another", claims -> claims.put("nonce", "another")),
                forgery("no nonce", claims -> without(claims, "nonce")),
                forgery("issuer", claims -> claims.put("iss", "https://evil.example")),
                forgery("no issuer", claims -> without(claims, "iss")),
                forgery("audience", claims -> claims.put("aud", "another-client")),
                forgery("no audience", claims -> without(claims, "aud")),
                forgery(
                        "two audiences and no party",
                        claims -> claims.put("aud", JsonArray.of(SwitchedSites.CLIENT, "another"))),
                forgery("party", claims -> claims.put("azp", "another-client")),
                forgery("expired", claims -> claims.put("exp", secondsAgo(60))),
                forgery("no expiry", claims -> without(claims, "exp")),
                forgery("no time", claims -> without(claims, "iat")),
                forgery("no subject", claims -> without(claims, "sub")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void an_id_token_for_another_purpose_is_refused(String name, UnaryOperator<JsonObject> forgery) {
        browser.start(SITE);

        refused(browser.comeBack(SITE, site.grant(browser.asked(), forgery.apply(claims()))));
    }

    @Test
    void an_id_token_that_is_not_signed_by_the_site_is_refused() throws Exception {
        var stranger = OtherSite.newKey("its-key");
        var publicKey = site.key().getPublicKey().getEncoded();
        for (var token : new String[] {
            OtherSite.signed(secretly(claims()), AlgorithmIdentifiers.RSA_USING_SHA256, stranger),
            OtherSite.signed(claims(), AlgorithmIdentifiers.RSA_USING_SHA256, OtherSite.newKey("another-key")),
            signed(AlgorithmIdentifiers.NONE, null),
            signed(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(publicKey)),
            signed(
                    AlgorithmIdentifiers.HMAC_SHA256,
                    new HmacKey((SwitchedSites.SECRET + "0".repeat(32)).getBytes(StandardCharsets.UTF_8))),
            "not.a.token",
            ""
        }) {
            browser.start(SITE);
            var code = site.grant(browser.asked(), okJson(OtherSite.tokens(token)));

            refused(browser.comeBack(SITE, code));
        }
    }

    @Test
    void an_id_token_that_is_signed_with_a_published_secret_is_refused() throws Exception {
        var secret = new OctetSequenceJsonWebKey(new HmacKey("0".repeat(32).getBytes(StandardCharsets.UTF_8)));
        secret.setKeyId("its-key");
        site.publish(JsonObject.of(
                "keys", JsonArray.of(new JsonObject(secret.toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC)))));
        browser.start(SITE);
        var token = signed(AlgorithmIdentifiers.HMAC_SHA256, secret.getKey());

        refused(browser.comeBack(SITE, site.grant(browser.asked(), okJson(OtherSite.tokens(token)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/signed-in",
                "evil.example",
                "https:evil.example",
                "https:/evil.example",
                "https://evil.example",
                "https://evil.example/https://blog.example",
                "https://blog.example.evil.example",
                "https://blog.example@evil.example",
                "https://blog.example:x@evil.example",
                "https://evil.example\\@blog.example",
                "https://evil.example#@blog.example",
                "https://evil.example?@blog.example",
                "https://blog.example:8443",
                "http://blog.example",
                "https://blog.example%2eevil.example",
                "https://blog.example%00.evil.example",
                "https://user@blog.example/",
                "https://blog.example/#fragment",
                "https://blog.example/\r\nSet-Cookie: a=b",
                "https://blog.example/ x",
                "https://blog.example/?code=mh_exc_planted",
                "https://blog.example/?a=b&error=planted",
                "https://news.example/signed-in",
                "https://news.example/signed-in?from=cms&more",
                "https://news.example",
                "HTTPS://news.example/signed-in?from=cms",
                "javascript:alert(1)//https://blog.example",
                "data:text/html,x",
                "https://"
            })
    void redirects_to_unconfigured_urls_are_refused(String address) {
        var answer = browser.tryToStart(SITE, Map.of("returnTo", address));

        refused(answer);
        answer.then().body("errors[0].parameter", is("returnTo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example",
                "https://blog.example/",
                "https://blog.example:443/a",
                "https://BLOG.example/a/b?c=d",
                SwitchedSites.EXACT
            })
    void redirects_to_configured_urls_are_allowed(String address) {
        browser.start(SITE, Map.of("returnTo", address));
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));

        assertThat(back.header("Location")).startsWith(address + (address.contains("?") ? "&" : "?") + "code=mh_exc_");
    }

    @Test
    void a_start_without_where_to_end_or_without_a_challenge_is_refused() {
        var start = "/api/v1/auth/providers/site/start";

        refused(given().redirects().follow(false).get(start));
        refused(given().redirects()
                .follow(false)
                .queryParam("returnTo", SwitchedSites.EXACT)
                .get(start));
        refused(browser.tryToStart(SITE, Map.of("challenge", "short")));
        refused(browser.tryToStart(SITE, Map.of("challenge", "=".repeat(43))));
        refused(browser.tryToStart(SITE, Map.of("redirect", "//evil.example")));
    }

    @Test
    void a_code_is_worth_nothing_without_the_verifier_and_dies_of_the_attempt() {
        browser.start(SITE);
        var code = Browser.parameters(browser.comeBack(SITE, site.grant(browser.asked(), claims())))
                .get("code");

        wrong(Browser.exchange(code, "y".repeat(43)));
        wrong(Browser.exchange(code, browser.verifier()));
    }

    @Test
    void a_code_is_valid_once() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));

        browser.exchange(back).then().statusCode(200);
        wrong(browser.exchange(back));
    }

    @Test
    void a_code_is_good_for_a_minute() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));
        clock.putForward(Duration.ofSeconds(61));

        wrong(browser.exchange(back));
    }

    @Test
    void a_code_that_was_never_given_out_is_refused() {
        wrong(Browser.exchange("mh_exc_junk", browser.verifier()));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/auth/exchange")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/code", "/verifier"));
    }

    @Test
    void only_hashes_are_stored_of_what_a_browser_keeps() {
        browser.start(SITE);
        var stored = (String) entities.createNativeQuery("select string_agg(hash || detail, '|') from one_time_secret")
                .getSingleResult();

        assertThat(stored)
                .contains(SwitchedSites.EXACT)
                .doesNotContain(browser.state(), browser.asked().get("nonce"));
    }

    // --- Failures --------------------------------------------------------------------

    @Test
    void a_user_who_declines_at_the_site_gets_access_denied() {
        browser.start(SITE);
        var back = browser.comeBack(SITE, Map.of("state", browser.state(), "error", "access_denied"));

        assertThat(Browser.parameters(back)).containsEntry("error", "access_denied");
    }

    @Test
    void other_error_codes_of_the_site_are_not_passed_on() {
        browser.start(SITE);
        var back = browser.comeBack(
                SITE,
                Map.of(
                        "state", browser.state(),
                        "error", "server_error&code=mh_exc_planted",
                        "error_description", "<script>"));

        assertThat(Browser.parameters(back))
                .containsOnly(Map.entry("from", "cms"), Map.entry("error", "sign_in_failed"));
    }

    @Test
    void a_site_that_is_down_redirects_back_at_once() {
        sites.add("down", "http://localhost:1");

        assertThat(Browser.parameters(browser.tryToStart("down", Map.of()))).containsEntry("error", "sign_in_failed");
    }

    @Test
    void a_site_that_goes_down_meanwhile_redirects_back_with_an_error() {
        browser.start(SITE);
        site.close();

        assertThat(Browser.parameters(browser.comeBack(SITE, "code"))).containsEntry("error", "sign_in_failed");
    }

    @Test
    void a_failing_site_redirects_back_with_an_error() {
        for (var answer : new String[] {"<html>", "[]", "{}", "{\"access_token\": 1}", "{\"id_token\": []}"}) {
            browser.start(SITE);
            var code = site.grant(browser.asked(), okJson(answer).withStatus(500));

            assertThat(Browser.parameters(browser.comeBack(SITE, code))).containsEntry("error", "sign_in_failed");
        }
    }

    @Test
    void a_site_that_refuses_the_client_credentials_redirects_back_with_an_error() {
        browser.start(SITE);
        var code = site.grant(
                browser.asked(), okJson("{\"error\": \"invalid_client\"}").withStatus(401));

        assertThat(Browser.parameters(browser.comeBack(SITE, code))).containsEntry("error", "sign_in_failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, 3_000})
    void a_site_that_is_slow_is_given_up_also_if_each_answer_is_in_time(int millis) {
        browser.start(SITE);
        var code = site.grant(browser.asked(), claims());
        site.slowDown(millis);
        long before = System.nanoTime();

        assertThat(Browser.parameters(browser.comeBack(SITE, code))).containsEntry("error", "sign_in_failed");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\": 1}", "{\"keys\": [1]}", "{\"keys\": null}"})
    void a_site_with_malformed_keys_redirects_back_with_an_error(String keys) {
        site.publish(new JsonObject(keys));
        browser.start(SITE);
        var back = browser.comeBack(SITE, site.grant(browser.asked(), claims()));

        assertThat(Browser.parameters(back)).containsEntry("error", "sign_in_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"})
    void a_discovery_document_without_urls_redirects_back_with_an_error(String endpoint) {
        try (var other = new OtherSite()) {
            other.describe(JsonObject.of(endpoint, 1));
            sites.add("other", other.issuer());

            assertThat(Browser.parameters(browser.tryToStart("other", Map.of())))
                    .containsEntry("error", "sign_in_failed");
        }
    }

    @Test
    void a_document_of_another_site_is_not_believed() {
        try (var other = new OtherSite()) {
            other.describe(JsonObject.of("issuer", site.issuer()));
            sites.add("other", other.issuer());

            assertThat(Browser.parameters(browser.tryToStart("other", Map.of())))
                    .containsEntry("error", "sign_in_failed");
        }
    }

    @Test
    void a_site_that_has_failed_is_not_asked_again_at_once() {
        try (var other = new OtherSite()) {
            other.describe(JsonObject.of("issuer", site.issuer()));
            sites.add("failing", other.issuer());

            for (int i = 0; i < 3; i++) {
                assertThat(Browser.parameters(browser.tryToStart("failing", Map.of())))
                        .containsEntry("error", "sign_in_failed");
            }

            other.server()
                    .verify(1, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/.well-known/openid-configuration")));
        }
    }

    @Test
    void nothing_that_quarkus_keeps_of_a_sign_in_is_read_or_written() {
        var answer = given().header("Cookie", "q_session=x; q_auth_1=y; q_session_site=z")
                .get("/api/v1/me");

        answer.then().statusCode(401).header("WWW-Authenticate", "Bearer");
        assertThat(answer.getDetailedCookies().asList()).isEmpty();
        given().auth()
                .oauth2(site.signed(site.claims(Map.of("client_id", SwitchedSites.CLIENT), "x")))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    private JsonObject claims(Object... more) {
        var claims = site.claims(browser.asked(), subject);
        for (int i = 0; i < more.length; i += 2) {
            claims.put(more[i].toString(), more[i + 1]);
        }
        return claims;
    }

    private int signIn(String who) {
        var fresh = new Browser().start(SITE);
        var code = site.grant(fresh.asked(), site.claims(fresh.asked(), who));
        return fresh.exchange(fresh.comeBack(SITE, code))
                .then()
                .statusCode(200)
                .extract()
                .path("userId");
    }

    private String signed(String algorithm, Key key) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims().encode());
        token.setAlgorithmHeaderValue(algorithm);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setKeyIdHeaderValue("its-key");
        token.setKey(key);
        return token.getCompactSerialization();
    }

    private static JsonObject secretly(JsonObject claims) {
        return claims.put("email", "x@example.org").put("email_verified", true);
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Location", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Cache-Control", "no-store")
                .body("code", is("invalid_parameter"));
    }

    private static void wrong(Response answer) {
        answer.then()
                .statusCode(401)
                .body("code", is("credentials_wrong"))
                .body("accessToken", nullValue())
                .header("Set-Cookie", not(startsWith("__Host-")));
    }

    private static Arguments forgery(String name, UnaryOperator<JsonObject> forgery) {
        return Arguments.of(name, forgery);
    }

    private static JsonObject without(JsonObject claims, String name) {
        claims.remove(name);
        return claims;
    }

    private static long secondsAgo(long seconds) {
        return Instant.now().getEpochSecond() - seconds;
    }
}
